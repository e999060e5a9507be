import type { NewFile, Style } from 'excelize-wasm';

const BORDER = ['left', 'right', 'top', 'bottom'].map((Type) => ({ Type, Color: '9AA5AD', Style: 1 }));
const FONT = { Family: '宋体', Size: 11 };
const CENTRE = { Horizontal: 'center', Vertical: 'center' };
const boxed = (style: Style): Style => ({ Font: FONT, Border: BORDER, Alignment: CENTRE, ...style });
const filled = (colour: string): Style => ({ Fill: { Type: 'pattern', Pattern: 1, Color: [colour] } });

const STYLES = {
  title: { Font: { Family: '黑体', Size: 18, Bold: true }, Alignment: CENTRE },
  note: { Font: { Family: '宋体', Size: 10, Color: '5A6670' }, Alignment: { Vertical: 'center' } },
  header: boxed({ ...filled('DCE6E4'), Font: { ...FONT, Bold: true }, Alignment: { ...CENTRE, WrapText: true } }),
  text: boxed({ Alignment: { Vertical: 'center', WrapText: true } }),
  centre: boxed({}),
  date: boxed({ CustomNumFmt: 'yyyy/m/d' }),
  moment: boxed({ CustomNumFmt: 'yyyy/m/d h:mm' }),
  number: boxed({ CustomNumFmt: '0.0', Alignment: { Vertical: 'center' } }),
  open: boxed({ ...filled('FFEB9C'), Font: { ...FONT, Bold: true, Color: '9C5700' } }),
  separator: boxed({ ...filled('EFEFEF'), Font: { ...FONT, Bold: true } }),
} satisfies Record<string, Style>;

/** Gives the number of a style in one workbook; each style is added at its first use. */
export type StyleOf = (name: keyof typeof STYLES) => number;

export function addStyles(book: ReturnType<typeof NewFile>): StyleOf {
  const ids = new Map<string, number>();
  return (name) => {
    const known = ids.get(name);
    if (known !== undefined) return known;
    const made = book.NewStyle(STYLES[name]);
    if (made.error) throw new Error(made.error);
    ids.set(name, made.style);
    return made.style;
  };
}
