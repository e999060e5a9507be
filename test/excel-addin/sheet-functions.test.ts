import { afterEach, describe, expect, it } from 'vitest';
import { done, refuse } from '../../core/outcome.ts';
import { LOCALES } from '../../core/policy/localized.ts';
import { CATALOGUES } from '../../core/wording/catalogues.ts';
import { translate } from '../../core/wording/translate.ts';
import { lookForRegister } from '../../excel-addin/actions/look-around.ts';
import { functionBase } from '../../excel-addin/functions/function-base.ts';
import { SHEET_FUNCTIONS } from '../../excel-addin/functions/function-list.ts';
import { functionMetadata } from '../../excel-addin/functions/function-metadata.ts';
import { tieSheetFunctions, type FunctionParts } from '../../excel-addin/functions/tie-functions.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { build, openWorkbook, preview, standing, valueOf, ZONE } from './register-on-host.ts';

type Act = (...args: unknown[]) => Promise<unknown>;
const HELP = 'https://redress.example.com/support.html';

/** A runtime of custom functions as Excel has it: it keeps what is tied to each id. */
function runtime(): Map<string, Act> {
  const tied = new Map<string, Act>();
  class FunctionError extends Error {
    readonly code: string;
    constructor(code: string, message?: string) {
      super(message);
      this.code = code;
    }
  }
  Object.assign(globalThis, {
    CustomFunctions: {
      ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A' },
      Error: FunctionError,
      associate: (id: string, act: Act) => tied.set(id, act),
    },
  });
  return tied;
}
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'CustomFunctions');
});

function tie(base: FunctionParts['base']) {
  const tied = runtime();
  tieSheetFunctions({ base, words: (code, params) => translate('zh-CN', code, params) });
  return (id: string, ...args: unknown[]) => tied.get(id)?.(...args) ?? Promise.reject(new Error(`${id} is not tied`));
}
const ofWorkbook = () =>
  functionBase({ register: () => null, look: () => lookForRegister(ZONE), locale: () => 'zh-CN', zone: ZONE });

describe('worksheet functions', () => {
  it('are tied under exactly the ids that the metadata names, each with its parameters', () => {
    const tied = runtime();
    tieSheetFunctions({ base: () => Promise.resolve(null), words: (code) => code });
    expect([...tied.keys()]).toEqual(SHEET_FUNCTIONS.map(({ id }) => id));
  });

  it.each(LOCALES)('have metadata that Excel takes, in %s', (locale) => {
    const { functions } = functionMetadata(CATALOGUES[locale].functions, HELP, locale) as {
      functions: { id: string; name: string; helpUrl: string; description: string; parameters: object[] }[];
    };
    expect(functions.map(({ id }) => id)).toEqual(['DEADLINE', 'WORKINGMINUTES', 'GRADE']);
    expect(new Set(functions.map(({ name }) => name)).size).toBe(3);
    for (const { id, name, helpUrl, description, parameters } of functions) {
      expect(id).toMatch(/^[A-Z][A-Z0-9_.]{2,}$/);
      expect(name).toMatch(/^\p{L}[\p{L}\p{N}_.]{2,}$/u);
      expect(helpUrl).toBe(`${HELP}#functions-${locale}`);
      expect(description).not.toBe('');
      for (const parameter of parameters)
        expect(parameter).toMatchObject({
          name: expect.stringMatching(/\S/) as string,
          description: expect.stringMatching(/\S/) as string,
          type: 'any',
        });
    }
    // Those that may be left out stand last.
    for (const { parameters } of functions) {
      const optional = parameters.map((parameter) => 'optional' in parameter);
      expect(optional).toEqual([...optional].sort());
    }
  });

  it('go by the register of the workbook', async () => {
    openWorkbook(cleanLedger(6));
    valueOf(await build());
    const { memory } = await standing();
    const call = tie(ofWorkbook());
    const from = 46_077 + 10 / 24; // Tue 2026-02-24 10:00, a working day after the festival
    expect(await call('WORKINGMINUTES', from, from + 1 / 24)).toBe(60);
    const due = await call('DEADLINE', from, '一般', '首次响应', null, { address: 'Sheet1!A1' });
    expect(Number(due)).toBeGreaterThan(from);
    expect(memory.company).not.toBeNull();
  });

  it('say in words what is not settled, and what is wrong', async () => {
    openWorkbook(cleanLedger(3));
    const call = tie(ofWorkbook());
    await expect(call('WORKINGMINUTES', 46_077.5, 46_078.5)).rejects.toMatchObject({
      code: '#N/A',
      message: expect.stringContaining('尚未设置工作时间') as string,
    });
    await expect(call('DEADLINE', 46_077.5, '一般', '办结')).rejects.toMatchObject({ code: '#N/A' });
    await expect(call('DEADLINE', '何时', '一般', '办结')).rejects.toMatchObject({
      code: '#VALUE!',
      message: expect.stringContaining('何时') as string,
    });
    await expect(call('GRADE', '')).rejects.toMatchObject({ code: '#VALUE!' });
    expect(await call('GRADE', '催一下发票')).toBe('一般');
  });

  it('look once for many cells, and again after a failure', async () => {
    let looks = 0;
    const base = functionBase({
      register: () => null,
      look: () => Promise.resolve(++looks === 1 ? refuse('busy') : done({ register: null })),
      locale: () => 'en',
      zone: ZONE,
    });
    const call = tie(base);
    const first = await Promise.allSettled([call('GRADE', 'x'), call('GRADE', 'y'), call('GRADE', 'z')]);
    expect(first.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(looks).toBe(1);
    expect(await Promise.all([call('GRADE', 'x'), call('GRADE', 'y')])).toEqual(['General', 'General']);
    expect(looks).toBe(2);
  });

  it('are nothing that the register needs: no formula of a plan calls one', async () => {
    openWorkbook(cleanLedger(12));
    const { plan } = (await preview()).preview;
    const formulas = plan.rows.flat().flatMap((cell) => (typeof cell === 'object' ? [cell.formula] : []));
    expect(formulas.length).toBeGreaterThan(0);
    for (const formula of [...formulas, ...plan.formats.map((format) => format.formula)])
      expect(formula).not.toMatch(/REDRESS\./i);
  });
});
