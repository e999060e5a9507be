import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Rows that are drawn beyond what is seen, on each side. */
const BEYOND = 15;

export interface VirtualListProps {
  label: string;
  total: number;
  /** Height of every row, in CSS pixels. */
  height: number;
  /** The element that scrolls. */
  scroller: RefObject<HTMLElement | null>;
  row: (place: number) => ComponentChildren;
  /** The rows that are drawn, whenever others are. */
  onRange: (from: number, to: number) => void;
}

/** A list of which only the rows near the visible part are drawn: the place of the others is kept free. */
export function VirtualList({ label, total, height, scroller, row, onRange }: VirtualListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [range, setRange] = useState({ from: 0, to: 40 });

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const look = () => {
      if (list.current === null) return;
      const above = element.getBoundingClientRect().top - list.current.getBoundingClientRect().top;
      const first = Math.floor(above / height) - BEYOND;
      const from = Math.max(0, Math.min(first, total - 1));
      const to = Math.min(total, Math.max(from, first) + Math.ceil(element.clientHeight / height) + 2 * BEYOND);
      setRange((now) => (now.from === from && now.to === to ? now : { from, to }));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, [scroller, total, height]);
  useEffect(() => onRange(range.from, range.to), [range]);

  const from = Math.min(range.from, total);
  const to = Math.min(range.to, total);
  return (
    <ul
      ref={list}
      class="queue-list"
      aria-label={label}
      style={{ paddingTop: `${from * height}px`, paddingBottom: `${(total - to) * height}px` }}
    >
      {Array.from({ length: to - from }, (_, at) => row(from + at))}
    </ul>
  );
}
