import { done, refuse, type Outcome } from '../../core/outcome.ts';

/** What `npm run demo` was asked to do. Paths are as typed, relative to the folder it was called in. */
export interface DemoOptions {
  help: boolean;
  headed: boolean;
  mails: string[];
  ledger: string | null;
  sheet: string | null;
  policy: string | null;
  out: string;
}

export type OptionRefusal = 'unknownOption' | 'missingValue' | 'strayArgument';

const FLAGS = ['--help', '-h', '--headed'];
const VALUES = ['--mail', '--ledger', '--sheet', '--policy', '--out'];

/** Reads the command line; `--name value` and `--name=value` are both understood, only `--mail` may be repeated (else the last wins). */
export function readOptions(argv: readonly string[]): Outcome<DemoOptions, OptionRefusal> {
  const options: DemoOptions = {
    help: false,
    headed: false,
    mails: [],
    ledger: null,
    sheet: null,
    policy: null,
    out: 'out',
  };
  const left = [...argv];
  for (let argument = left.shift(); argument !== undefined; argument = left.shift()) {
    const [name, inline] = splitAtEquals(argument);
    if (FLAGS.includes(argument)) {
      options[name === '--headed' ? 'headed' : 'help'] = true;
      continue;
    }
    if (!VALUES.includes(name))
      return refuse(name.startsWith('-') ? 'unknownOption' : 'strayArgument', { option: argument });
    const value = inline ?? left.shift();
    if (value === undefined || value === '' || (inline === undefined && value.startsWith('--')))
      return refuse('missingValue', { option: name });
    takeValue(options, name, value);
  }
  return done(options);
}

function splitAtEquals(argument: string): [string, string?] {
  const at = argument.indexOf('=');
  return argument.startsWith('--') && at > 0 ? [argument.slice(0, at), argument.slice(at + 1)] : [argument];
}

function takeValue(options: DemoOptions, name: string, value: string): void {
  if (name === '--mail') options.mails.push(value);
  else if (name === '--ledger') options.ledger = value;
  else if (name === '--sheet') options.sheet = value;
  else if (name === '--policy') options.policy = value;
  else options.out = value;
}
