/**
 * Works a part out when it is first asked for, and keeps it. Asked for again while it is being worked out – rules of a pack
 * that wait for each other – it answers null, so that a circle ends instead of going round for ever.
 */
export function onDemand<T>(workOut: () => T): () => T | null {
  let state: { kind: 'new' } | { kind: 'busy' } | { kind: 'ready'; value: T } = { kind: 'new' };
  return () => {
    if (state.kind === 'new') {
      state = { kind: 'busy' };
      state = { kind: 'ready', value: workOut() };
    }
    return state.kind === 'ready' ? state.value : null;
  };
}
