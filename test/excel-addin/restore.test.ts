import { describe, expect, it } from 'vitest';
import { brokenUpLedger, cleanLedger } from './ledger-fixture.ts';
import { build, openWorkbook, valueOf } from './register-on-host.ts';
import { picture, restore } from './restore-on-host.ts';

const LEDGERS = { 'in place': cleanLedger, 'on a new sheet': brokenUpLedger };

describe.each(Object.entries(LEDGERS))('a register %s', (_, ledger) => {
  it('is taken back exactly, and can be made again just alike', async () => {
    const opened = openWorkbook(ledger());
    const before = picture(opened.host.save());
    valueOf(await build());
    const built = picture(opened.host.save());
    expect(built).not.toEqual(before);
    valueOf(await restore());
    expect(picture(opened.host.save())).toEqual(before);
    expect([...opened.host.workbook.settings.keys()]).toEqual([]);
    valueOf(await build());
    expect(picture(opened.host.save())).toEqual(built);
    expect(opened.host.bugs).toEqual([]);
  });

  it('is taken back exactly after closing and opening, also when the settings were lost', async () => {
    for (const isLost of [false, true]) {
      const opened = openWorkbook(ledger());
      const before = picture(opened.host.save());
      valueOf(await build());
      if (isLost) for (const key of opened.host.workbook.settings.keys()) opened.host.workbook.settings.delete(key);
      const again = openWorkbook(opened.host.save());
      valueOf(await restore());
      expect(picture(again.host.save())).toEqual(before);
    }
  });
});
