import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchFirefox, type LaunchedFirefox } from '../extension/support/firefox.ts';
import { serveSamples, type SampleSite } from '../samples/serve.ts';
import { buildLocal } from '../setup/build-local.ts';
import { readDraft, saveDraft, waitForDraft } from '../setup/drive-panel.ts';
import { ensureFirefox } from '../setup/ensure-browser.mjs';

const PORT = 4331;
const firefoxPath = ensureFirefox();
if (firefoxPath === null) console.log('SKIPPED: Firefox is not here and could not be installed');

describe.skipIf(firefoxPath === null)('the Firefox build in Firefox', () => {
  let firefox: LaunchedFirefox;
  let site: SampleSite;

  beforeAll(async () => {
    const build = await buildLocal(PORT, ['firefox']);
    site = await serveSamples();
    firefox = await launchFirefox(firefoxPath ?? '', build.firefox);
  });
  afterAll(async () => {
    await firefox.close();
    await site.close();
  });

  it('clips a mail of the sample mailbox with one click and saves it', async () => {
    const page = await firefox.browser.newPage();
    await page.goto(site.mailUrl('sample-01-labelled-quality'));
    await page.waitForSelector('main[data-mail] h1');
    await firefox.clickToolbar(page);
    const panel = await firefox.openPanel();
    expect(await waitForDraft(panel)).toBe('draft');
    const { fields } = await readDraft(panel);
    const value = (name: string) => fields.find(({ field }) => field === name)?.value;
    expect(value('customerName')).toBe('绍兴宏途预拌混凝土有限公司');
    expect(value('batchNo')).toBe('QS-F2-20917');
    expect((await saveDraft(panel)).id).toMatch(/^[0-9A-Z]{26}$/);
  });
});
