import { ensureChromium, ensureFonts } from '../setup/ensure-browser.mjs';
import { readOptions, type DemoOptions } from './options.ts';
import { policyIds, readInputs } from './read-inputs.ts';
import { showTheWay } from './show-the-way.ts';
import { localeOf, openTerminal, type Terminal } from './terminal.ts';

/** The clock of the browser that is shown; the samples are written in China. */
const ZONE = process.env['TZ'] || 'Asia/Shanghai';
const locale = localeOf(process.env);
const terminal = openTerminal(locale, (text) => process.stdout.write(text));
process.exitCode = await main(process.argv.slice(2), terminal);

/** Answers the exit code: 0 done, 1 the demo broke off, 2 the input is bad and nothing was written. */
async function main(argv: string[], { say, line }: Terminal): Promise<number> {
  const options = readOptions(argv);
  if (!options.ok) return refuseToStart(say(`option.${options.code}`, options.detail));
  if (options.value.help) {
    line(say('usage', { policies: policyIds() }));
    return 0;
  }
  const started = performance.now();
  try {
    return await run(options.value, started);
  } catch (cause) {
    console.error(cause);
    line(say('failed', { step: terminal.current(), cause: cause instanceof Error ? cause.message : String(cause) }));
    return 1;
  }
}

async function run(options: DemoOptions, started: number): Promise<number> {
  const { say, line } = terminal;
  const folder = process.env['REDRESS_CALLED_IN'] ?? process.cwd();
  const inputs = await readInputs(options, { folder, locale, zone: ZONE });
  if (!inputs.ok) return refuseToStart(say(inputs.code, inputs.detail));
  ensureChromium();
  ensureFonts();
  await showTheWay(inputs.value, { terminal, headed: options.headed, locale, zone: ZONE });
  line(say('done', { seconds: ((performance.now() - started) / 1000).toFixed(1) }));
  return 0;
}

function refuseToStart(words: string): number {
  console.error(words);
  console.error(terminal.say('refused'));
  return 2;
}
