// npm run demo: on a bare machine, sets up what it needs and then shows the whole way. No dependency is needed to start.
import { runScript } from '../setup/run-script.mjs';

runScript('test/demo/run-demo.ts');
