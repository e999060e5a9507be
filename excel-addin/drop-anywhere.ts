/** What of the page serves for dropping files and pasting. */
export interface DropParts {
  page: Pick<Document, 'addEventListener'>;
  /** A register stands and nothing is under way: something dropped or pasted can be taken. */
  mayTake: () => boolean;
  onOver: (isOver: boolean) => void;
  onFiles: (files: readonly File[]) => void;
  onText: (text: string) => void;
}

/**
 * Makes the whole pane a place to drop files and text on, and takes what is pasted outside of a field. A file that is
 * dropped beside the right place would otherwise be opened instead of the pane.
 */
export function dropAnywhere({ page, mayTake, onOver, onFiles, onText }: DropParts): void {
  // Each element below the pointer tells its own entering and leaving.
  let within = 0;
  const leave = () => {
    within = 0;
    onOver(false);
  };
  page.addEventListener('dragenter', (event) => {
    event.preventDefault();
    within++;
    if (mayTake()) onOver(true);
  });
  page.addEventListener('dragover', (event) => {
    event.preventDefault();
  });
  page.addEventListener('dragleave', () => {
    within--;
    if (within <= 0) leave();
  });
  page.addEventListener('drop', (event) => {
    event.preventDefault();
    leave();
    if (!mayTake()) return;
    const files = [...(event.dataTransfer?.files ?? [])];
    const text = event.dataTransfer?.getData('text/plain') ?? '';
    if (files.length > 0) onFiles(files);
    else if (text.trim() !== '') onText(text);
  });
  page.addEventListener('paste', (event) => {
    const at = event.target;
    if (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || !mayTake()) return;
    const files = [...(event.clipboardData?.files ?? [])];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (files.length > 0) onFiles(files);
    // Other text that is pasted beside a field is no mistake to be told of.
    else if (text.includes('"redress.handoff"')) onText(text);
  });
}
