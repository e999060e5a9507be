import { runAccuracy } from './accuracy/run-accuracy.ts';

/** `npm run accuracy -- mails|letters|headers|workbooks FILE…`. Paths are relative to the folder in which npm was called. */
const { exitCode, out, aside } = runAccuracy(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
if (aside !== '') console.error(aside);
if (out !== '') console.log(out);
process.exitCode = exitCode;
