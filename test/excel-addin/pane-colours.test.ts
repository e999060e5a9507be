import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/import-graph.ts';

const css = readFileSync(join(ROOT, 'excel-addin/taskpane/pane.css'), 'utf8');

/** The colour tokens of a theme. */
function tokens(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** Contrast of two colours after WCAG 2.2. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** Text on what it stands on, and edges that must be seen. */
const TEXT: [string, string][] = [
  ['ink', 'paper'],
  ['ink', 'paper-2'],
  ['ink-2', 'paper'],
  ['ink-2', 'paper-2'],
  ['ink-2', 'paper-3'],
  ['brand', 'paper'],
  ['brand', 'brand-soft'],
  ['on-brand', 'brand'],
  ['on-brand', 'brand-hover'],
  ['red', 'paper'],
  ['red', 'red-soft'],
  ['amber', 'paper'],
  ['amber', 'amber-soft'],
  ['ink', 'amber-soft'],
  ['ink-2', 'amber-soft'],
  ['ink', 'red-soft'],
  ['green', 'paper'],
  ['green', 'paper-2'],
  ['blue', 'paper'],
];
const EDGES: [string, string][] = [
  ['line-strong', 'paper'],
  ['brand', 'paper'],
];

describe.each([':root', ":root[data-theme='dark']"])('the colours of %s', (selector) => {
  const colour = tokens(selector);
  it.each(TEXT)('%s can be read on %s', (text, ground) => {
    expect(contrast(colour[text] ?? '', colour[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });
  it.each(EDGES)('%s can be seen on %s', (edge, ground) => {
    expect(contrast(colour[edge] ?? '', colour[ground] ?? '')).toBeGreaterThanOrEqual(3);
  });
});
