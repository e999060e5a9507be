import { describe, expect, it } from 'vitest';
import { JournalEntry } from '../../core/register/journal/journal-entry.ts';
import { HostError } from '../excel-host/model/host-error.ts';
import type { OpenedHost } from '../excel-host/node/open-host.ts';
import { brokenUpLedger, cleanLedger } from './ledger-fixture.ts';
import { build, openWorkbook, standing, valueOf } from './register-on-host.ts';
import { picture, restore, shown } from './restore-on-host.ts';

const SHEET = '2026年投诉';

async function pageOf({ Excel }: OpenedHost, name = SHEET): Promise<{ orientation: string; zoom: unknown }> {
  return Excel.run(async (context) => {
    const page = context.workbook.worksheets.getItem(name).pageLayout.load('orientation,zoom');
    await context.sync();
    const { scale = null, horizontalFitToPages: wide = null, verticalFitToPages: tall = null } = page.zoom;
    return { orientation: page.orientation, zoom: { scale, wide, tall } };
  });
}

async function lay({ Excel }: OpenedHost, change: (sheet: Excel.Worksheet) => void): Promise<void> {
  await Excel.run(async (context) => {
    change(context.workbook.worksheets.getItem(SHEET));
    await context.sync();
  });
}

const UPRIGHT = { orientation: 'Portrait', zoom: { scale: 100, wide: null, tall: null } };
const ACROSS = { orientation: 'Landscape', zoom: { scale: null, wide: expect.any(Number) as number, tall: null } };

describe('the page of a ledger that becomes a register in place', () => {
  it('is laid broadside, few sheets of paper wide, where nobody has laid it, and given back', async () => {
    const opened = openWorkbook(cleanLedger());
    expect(await pageOf(opened)).toEqual(UPRIGHT);
    valueOf(await build());
    const laid = await pageOf(opened);
    expect(laid).toEqual(ACROSS);
    expect((laid.zoom as { wide: number }).wide).toBeLessThan(5);
    const { backup } = (await shown()).plan.build;
    expect(await pageOf(opened, backup ?? '')).toEqual(UPRIGHT);
    valueOf(await restore());
    expect(await pageOf(opened)).toEqual(UPRIGHT);
  });

  it.each<[string, (sheet: Excel.Worksheet) => void]>([
    ['broadside', ({ pageLayout }) => (pageLayout.orientation = 'Landscape')],
    ['smaller', ({ pageLayout }) => (pageLayout.zoom = { scale: 70 })],
    ['on one page', ({ pageLayout }) => (pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 1 })],
    ['with an area', ({ pageLayout }) => pageLayout.setPrintArea('A1:F10')],
    ['with titles', ({ pageLayout }) => pageLayout.setPrintTitleRows('$1:$2')],
    ['in parts', ({ horizontalPageBreaks }) => void horizontalPageBreaks.add('A9')],
  ])('stays as the team has laid it: %s', async (_, change) => {
    const opened = openWorkbook(cleanLedger());
    await lay(opened, change);
    const [page, before] = [await pageOf(opened), picture(opened.host.save())];
    valueOf(await build());
    expect(await pageOf(opened)).toEqual(page);
    valueOf(await restore());
    expect(picture(opened.host.save())).toEqual(before);
  });

  it.each(['Portrait', 'Landscape'] as const)('keeps what the team lays there since: %s', async (orientation) => {
    const opened = openWorkbook(cleanLedger());
    valueOf(await build());
    await lay(opened, ({ pageLayout }) => {
      pageLayout.orientation = orientation;
      pageLayout.zoom = { scale: 65 };
    });
    valueOf(await restore());
    expect(await pageOf(opened)).toEqual({ orientation, zoom: { scale: 65, wide: null, tall: null } });
  });

  it.each(['NotImplemented', 'GeneralException'] as const)(
    'is no hindrance where the host refuses it: %s',
    async (code) => {
      for (const trap of ['get', 'set'] as const) {
        const opened = openWorkbook(cleanLedger());
        const [sheet] = opened.host.workbook.sheets;
        if (sheet === undefined) throw new Error('no sheet');
        const own = sheet.page.setup;
        const refuse = () => {
          throw new HostError(code);
        };
        sheet.page.setup = new Proxy({}, { [trap]: refuse });
        valueOf(await build());
        expect((await standing()).sheet).toBe(SHEET);
        valueOf(await restore());
        sheet.page.setup = own;
        expect(await pageOf(opened)).toEqual(UPRIGHT);
      }
    },
  );

  it('is not noted for a register on a sheet of its own; older notes can still be read', async () => {
    openWorkbook(brokenUpLedger());
    valueOf(await build());
    const { build: note } = (await shown()).plan;
    expect(note.pagesWide ?? null).toBeNull();
    expect(JournalEntry.safeParse({ ...note, kind: 'built', pagesWide: undefined }).success).toBe(true);
  });
});
