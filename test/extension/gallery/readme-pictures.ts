import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serveSamples } from '../../samples/serve.ts';
import { choosePolicy, confirmHours, openTab, saveDraft } from '../../setup/drive-panel.ts';
import { clickToolbar, sidePanelOf } from '../../setup/launch.ts';
import { newTab, openExtension } from '../support/open-extension.ts';

/**
 * Takes the README's pictures of the panel anew: `npx tsx test/extension/gallery/readme-pictures.ts [--out DIR]`. Five mails
 * of the samples under the policy of a fly ash supplier, with working hours set; the first of them is shown before it is saved.
 */
const { values: options } = parseArgs({ options: { out: { type: 'string', default: 'docs' } } });
const out = resolve(options.out);
const MAILS = ['09-no-phone', '05-html-table-gb18030', '04-en-reply-short-weight', '02-prose-late-delivery'];
const SHOWN = '01-labelled-quality';

const site = await serveSamples();
const { chromium, close } = await openExtension({ language: 'zh-CN' });
try {
  const page = await newTab(chromium);
  const clip = async (mail: string) => {
    await page.bringToFront();
    await page.goto(site.mailUrl(`sample-${mail}`), { waitUntil: 'load' });
    await page.waitForSelector('.mail-body, .mail-body-frame[data-shown]');
    await clickToolbar(chromium, page);
    const panel = await sidePanelOf(chromium);
    await panel.setViewport({ width: 360, height: 1_080, deviceScaleFactor: 2 });
    return panel;
  };
  const panel = await clip(SHOWN);
  await choosePolicy(panel, 'fly-ash');
  await confirmHours(panel);
  for (const mail of [...MAILS, SHOWN]) {
    await openTab(panel, 'clip');
    await clip(mail);
    await new Promise((done) => setTimeout(done, 1_500));
    await (await panel.$('[data-action="take-new"]'))?.click();
    await panel.waitForSelector('.draft [data-action="save"]');
    await new Promise((done) => setTimeout(done, 500));
    if (mail === SHOWN) await panel.screenshot({ path: `${resolve(out, 'side-panel')}.png` });
    await saveDraft(panel);
  }
  await openTab(panel, 'queue');
  await panel.setViewport({ width: 360, height: 660, deviceScaleFactor: 2 });
  await new Promise((done) => setTimeout(done, 1_000));
  await panel.screenshot({ path: `${resolve(out, 'side-panel-queue')}.png` });
} finally {
  await close();
  await site.close();
}
