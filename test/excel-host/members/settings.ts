import { refuse } from '../model/host-error.ts';
import { defineClass } from '../protocol/host-object.ts';
import { text } from './arguments.ts';
import type { OnSetting, OnWorkbook } from './targets.ts';

/** More than 2 MB of settings are refused ([#621]). */
const SETTINGS_LIMIT = 2 * 1024 * 1024;

function put({ workbook }: OnWorkbook, key: string, value: unknown): void {
  workbook.settings.set(key, value);
  if (JSON.stringify([...workbook.settings]).length > SETTINGS_LIMIT) {
    workbook.settings.delete(key);
    refuse('InvalidArgument');
  }
  workbook.changed.settings = true;
  workbook.notify({ kind: 'settings' });
}

export const settings = defineClass<OnWorkbook>({
  name: 'SettingCollection',
  items: ({ workbook }, session) =>
    [...workbook.settings.keys()].map((key) => session.objects.setting(session, { workbook, key })),
  itemByKey: ({ workbook }, key, session) =>
    workbook.settings.has(text(key)) ? session.objects.setting(session, { workbook, key: text(key) }) : null,
  methods: {
    add(target, [key, value], session) {
      put(target, text(key), value);
      return session.objects.setting(session, { workbook: target.workbook, key: text(key) });
    },
    getCount: ({ workbook }) => workbook.settings.size,
    getItemOrNullObject: ({ workbook }, [key], session) =>
      workbook.settings.has(text(key)) ? session.objects.setting(session, { workbook, key: text(key) }) : null,
  },
});

export const setting = defineClass<OnSetting>({
  name: 'Setting',
  identity: ({ key }) => ({ _Id: key }),
  scalars: {
    key: { get: ({ key }) => key },
    value: {
      get: ({ workbook, key }) => workbook.settings.get(key) ?? null,
      set: (target, value) => put(target, target.key, value),
    },
  },
  methods: {
    delete({ workbook, key }) {
      workbook.settings.delete(key);
      workbook.changed.settings = true;
      workbook.notify({ kind: 'settings' });
      return null;
    },
  },
});
