import { read } from 'xlsx';
import { describe, expect, it } from 'vitest';
import { translate } from '../../../core/wording/translate.ts';
import { createStore } from '../../../excel-addin/pane-store.ts';
import { paneWork } from '../../../excel-addin/pane-work.ts';
import { sharingScreen } from '../../../excel-addin/sharing-screen.ts';
import type { KeyStore } from '../../../excel-addin/sharing/key-store.ts';
import { cleanLedger } from '../ledger-fixture.ts';
import { openWorkbook } from '../register-on-host.ts';
import { KEY } from './copied.ts';
import { plantedWorkbook } from './planted-workbook.ts';

function screen(key = KEY) {
  const store = createStore('zh-CN');
  const saved: { name: string; content: Uint8Array | string }[] = [];
  let current = key;
  const keys: KeyStore = {
    key: () => current,
    isStored: () => true,
    replace: (wanted) => {
      current = wanted;
      return true;
    },
  };
  const { callbacks, cancel } = sharingScreen({
    ...{ store, work: paneWork(store), keys, register: () => null },
    words: (code, params) => translate('zh-CN', code, params),
    save: (name, content) => saved.push({ name, content }),
  });
  const until = async (isSo: () => boolean) => {
    for (let wait = 0; wait < 2000 && !isSo(); wait++) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(isSo()).toBe(true);
  };
  return { store, saved, callbacks, cancel, until, sharing: () => store.get().sharing };
}

const file = (name: string, content: Uint8Array | string) => new File([content as BlobPart], name);

describe('the card of the sharing copy', () => {
  it('makes a copy, shows what was done, and hands it over only when it is asked to', async () => {
    openWorkbook(cleanLedger());
    const { callbacks, saved, sharing, until } = screen();
    callbacks.makeSharing();
    await until(() => sharing().copy !== null);
    expect(sharing().copy?.masked.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['person', 'phone']));
    expect(sharing().copy?.examples.length).toBeGreaterThan(0);
    expect(saved).toEqual([]);
    callbacks.downloadSharing();
    expect(saved[0]?.name).toBe('Book1（共享副本）.xlsx');
    expect(read(saved[0]?.content).SheetNames).toContain('2026年投诉');
    callbacks.chooseSharing({ keepPictures: true });
    expect(sharing().copy).toBeNull();
  });

  it('finds who is behind a code name, without a copy too, and not with another key', async () => {
    openWorkbook(cleanLedger());
    const one = screen();
    one.callbacks.lookUpPseudonym('客户-000');
    await one.until(() => one.sharing().found !== null);
    expect(one.sharing().found).toEqual([]);
    expect(one.sharing().copy).toBeNull();
    one.callbacks.makeSharing();
    await one.until(() => one.sharing().copy !== null);
    const shown = one.sharing().copy?.examples.find(({ after }) => /^客户-\S+$/.test(after));
    one.callbacks.lookUpPseudonym(shown?.after.slice(0, -2) ?? '');
    await one.until(() => (one.sharing().found?.length ?? 0) > 0);
    expect(one.sharing().found?.map(({ pseudonym }) => pseudonym)).toContain(shown?.after);
    const other = screen('c1'.repeat(32));
    other.callbacks.lookUpPseudonym(shown?.after ?? '');
    await other.until(() => other.sharing().found !== null);
    expect(other.sharing().found).toEqual([]);
  });

  it('asks for the file where Excel gives none, and takes it', async () => {
    openWorkbook(cleanLedger(), { file: undefined });
    const { callbacks, store, sharing, until } = screen();
    callbacks.makeSharing();
    await until(() => sharing().needsFile);
    expect(store.get().notice?.code).toBe('sharing.trouble.noFile');
    callbacks.makeSharingOf(file('a.xlsx', 'no workbook'));
    await until(() => store.get().notice?.code === 'sharing.trouble.notWorkbook');
    callbacks.makeSharingOf(file('客诉.xlsx', plantedWorkbook()));
    await until(() => sharing().copy !== null);
    expect(sharing().copy?.name).toBe('客诉（共享副本）.xlsx');
  });

  it('takes another key only when it is told twice', async () => {
    openWorkbook(cleanLedger());
    const { callbacks, saved, store, sharing, until } = screen();
    callbacks.loadSharingKey(file('k.json', '{}'));
    await until(() => store.get().notice?.code === 'sharing.key.bad');
    callbacks.loadSharingKey(file('k.json', JSON.stringify({ redressSharingKey: 'ab'.repeat(32) })));
    await until(() => sharing().isReplacing);
    callbacks.replaceSharingKey(false);
    callbacks.saveSharingKey();
    expect(saved.at(-1)?.content).toContain(KEY);
    callbacks.loadSharingKey(file('k.json', String(saved.at(-1)?.content).replace(KEY, 'ab'.repeat(32))));
    await until(() => sharing().isReplacing);
    callbacks.replaceSharingKey(true);
    callbacks.saveSharingKey();
    expect(saved.at(-1)?.content).toContain('ab'.repeat(32));
  });
});
