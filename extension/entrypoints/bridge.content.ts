import { defineContentScript } from 'wxt/utils/define-content-script';
import { startBridge } from '../handoff/bridge.ts';
import { call } from '../messages/call.ts';
import { isInside, listen } from '../messages/listen.ts';

/** Runs in frames of the add-in's own address only. The match pattern is set when the extension is built; this checks it again. */
export default defineContentScript({
  matches: ['https://localhost/*'],
  allFrames: true,
  runAt: 'document_start',
  main() {
    const base = import.meta.env.REDRESS_ADDIN_BASE;
    if (!isInside(location.href, base)) return;
    const bridge = startBridge(window, {
      hello: () => call('bridgeHello', {}),
      askQueue: () => call('bridgeAskQueue', {}),
      acknowledge: (ids) => call('bridgeAcknowledge', { ids }),
    });
    listen('bridge', { isPaneThere: () => ({ isThere: bridge.hasPane() }) }, base);
  },
});
