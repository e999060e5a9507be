import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { countLine, countTests } from './count-tests.mjs';
import { arePackagesStale } from './ensure-packages.mjs';
import { findProgram } from './find-program.mjs';
import { isOldNode } from './node-version.mjs';
import { terminalLanguage } from './say.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-set-up-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('isOldNode', () => {
  it.each([
    ['18.20.4', true],
    ['20.18.3', true],
    ['20.19.0', false],
    ['20.20.2', false],
    ['22.1.0', false],
  ])('%s → %s', (version, isOld) => expect(isOldNode(version)).toBe(isOld));
});

describe('arePackagesStale', () => {
  const at = (path: string, seconds: number) => {
    writeFileSync(path, '{}');
    utimesSync(path, seconds, seconds);
  };

  it('is so without packages', () => {
    at(join(folder, 'package-lock.json'), 100);
    expect(arePackagesStale(folder)).toBe(true);
  });

  it.each([
    ['older than', 50, true],
    ['newer than', 150, false],
  ])('tells packages %s the lock file', (_words, installed, isStale) => {
    at(join(folder, 'package-lock.json'), 100);
    mkdirSync(join(folder, 'node_modules'));
    at(join(folder, 'node_modules', '.package-lock.json'), installed);
    expect(arePackagesStale(folder)).toBe(isStale);
  });
});

describe('terminalLanguage', () => {
  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_TW.UTF-8' }, 'zh'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{}, 'en'],
  ])('%o → %s', (environment, language) => expect(terminalLanguage(environment)).toBe(language));
});

describe.skipIf(process.platform === 'win32')('findProgram', () => {
  it('takes the first runnable name on the path and passes over files that cannot run', () => {
    writeFileSync(join(folder, 'firefox-esr'), 'not runnable');
    writeFileSync(join(folder, 'firefox'), '#!/bin/sh\n');
    chmodSync(join(folder, 'firefox-esr'), 0o600);
    chmodSync(join(folder, 'firefox'), 0o700);
    vi.stubEnv('PATH', folder);
    expect(findProgram('firefox')).toBe(join(folder, 'firefox'));
  });
});

describe('the count of the tests', () => {
  const report = (...files: { status: string; assertionResults: { status: string }[] }[]) => ({
    numPassedTests: 4,
    numFailedTests: 1,
    numPendingTests: 2,
    testResults: files,
  });

  it('counts a file that could not be read as one failure', () => {
    const counts = countTests(
      report(
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
      ),
    );
    expect(countLine(counts)).toBe('4 passed, 2 failed, 2 skipped');
  });

  it('leaves out what was not skipped', () => {
    expect(countLine({ passed: 7, failed: 0, skipped: 0 })).toBe('7 passed, 0 failed');
  });
});
