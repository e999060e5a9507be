import { useEffect, useRef, useState } from 'preact/hooks';

/** Takes files that are dropped anywhere on the panel; true while they are held above it. Dropped text is left to its field. */
export function useFileDrop(onFiles: (files: File[]) => void): boolean {
  const [isHeld, setHeld] = useState(false);
  const handler = useRef(onFiles);
  handler.current = onFiles;
  useEffect(() => {
    let depth = 0;
    const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true;
    const hold = (by: number) => {
      depth = Math.max(0, depth + by);
      setHeld(depth > 0);
    };
    const enter = (event: DragEvent) => hasFiles(event) && hold(1);
    const leave = (event: DragEvent) => hasFiles(event) && hold(-1);
    const over = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      // Otherwise the browser would show the file in place of the panel.
      event.preventDefault();
      depth = 0;
      setHeld(false);
      handler.current([...(event.dataTransfer?.files ?? [])]);
    };
    const heard = [
      ['dragenter', enter],
      ['dragleave', leave],
      ['dragover', over],
      ['drop', drop],
    ] as const;
    for (const [name, listener] of heard) document.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of heard) document.removeEventListener(name, listener);
    };
  }, []);
  return isHeld;
}
