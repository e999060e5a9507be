// npm start: on a bare machine, sets up what it needs and serves the local page. No dependency is needed to start.
import { runScript } from '../setup/run-script.mjs';

runScript('test/demo/run-start.ts');
