import { attributeOf, nameOf, textIn } from './safe-dom.ts';

const CONTROLS = new Set(['input', 'textarea', 'select']);

/** An element of a form that holds words; not a secret, a button or a tick. */
export function isControl(element: Element): boolean {
  if (!CONTROLS.has(nameOf(element))) return false;
  const type = (attributeOf(element, 'type') ?? '').toLowerCase();
  return !/^(hidden|password|checkbox|radio|button|submit|reset|image|file|range|color)$/.test(type);
}

/** What an input holds, as the user sees it: of a choice its words, not its code. */
export function valueOf(element: Element): string {
  if (nameOf(element) === 'select') return (element as HTMLSelectElement).selectedOptions[0]?.text.trim() ?? '';
  return ((element as { value?: string }).value ?? textIn(element)).trim();
}
