import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

export interface EntryFoldProps {
  name: string;
  title: string;
  /** Made when it is opened for the first time: most entries are looked at without it. */
  children: () => ComponentChildren;
}

/** A part of an opened entry that is folded to begin with. */
export function EntryFold({ name, title, children }: EntryFoldProps) {
  const [wasOpened, setOpened] = useState(false);
  return (
    <details
      class="card entry-fold"
      data-fold={name}
      onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}
    >
      <summary>{title}</summary>
      {wasOpened && children()}
    </details>
  );
}
