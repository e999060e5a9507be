import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useSpeech } from '../speech.ts';
import './inputs.css';
import { WAYS, type Way } from './ways.ts';

export interface AddMenuProps {
  onFiles: () => void;
  onForm: (way: Way) => void;
}

/** Complaints that are on no page: a small menu beside the name of the product. */
export function AddMenu({ onFiles, onForm }: AddMenuProps) {
  const { say } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    box.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    const away = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [isOpen]);
  const onKey = (event: KeyboardEvent) => {
    if (!isOpen) return;
    if (event.key === 'Escape' || event.key === 'Tab') {
      setOpen(false);
      if (event.key === 'Escape') button.current?.focus();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const items = [...(box.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const at = items.findIndex((item) => item === document.activeElement);
    items[(at + step + items.length) % items.length]?.focus();
  };
  const choose = (act: () => void) => () => {
    setOpen(false);
    act();
  };
  return (
    <div class="ways-in" ref={box} onKeyDown={onKey}>
      <button
        ref={button}
        type="button"
        class="add-button"
        data-action="add"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={say('inputs.add.label')}
        title={say('inputs.add.label')}
        onClick={() => setOpen(!isOpen)}
      >
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          <path d="M8 2.500v11M2.500 8h11" />
        </svg>
      </button>
      {isOpen && (
        <div class="add-menu" role="menu" aria-label={say('inputs.add.label')}>
          <button type="button" role="menuitem" data-action="open-files" onClick={choose(onFiles)}>
            {say('inputs.add.files')}
            <span class="note">{say('inputs.add.filesNote')}</span>
          </button>
          <p class="add-head">{say('inputs.add.byHand')}</p>
          {WAYS.map((way) => (
            <button key={way} type="button" role="menuitem" data-way={way} onClick={choose(() => onForm(way))}>
              {say(`inputs.way.${way}.act`)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
