/**
 * Runs something in a task of its own, as what comes over a wire does. A timer would hold it back a millisecond and more,
 * and a test asks hosts some hundred times.
 */
export function inNextTurn(run: () => void): void {
  if (typeof setImmediate === 'function') {
    setImmediate(run);
    return;
  }
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    run();
  };
  port2.postMessage(null);
}
