import { describe, expect, it } from 'vitest';
import type { Steps, StepsDone } from '../../core/steps.ts';
import { inSlices } from '../../excel-addin/in-slices.ts';

function* counting(of: number, onStep: (step: number) => void = () => undefined): Steps<string> {
  for (let step = 0; step < of; step++) {
    onStep(step);
    yield { done: step + 1, of };
  }
  return 'finished';
}

describe('long work in slices', () => {
  it('answers what the work returns', async () => {
    expect(await inSlices(counting(5))).toEqual({ ok: true, value: 'finished' });
  });

  it('lets others have a turn in between, and tells how far it is', async () => {
    const told: StepsDone[] = [];
    let othersTurn = 0;
    let over = false;
    const others = async () => {
      while (!over) {
        await new Promise((resolve) => setTimeout(resolve));
        othersTurn++;
      }
    };
    const running = others();
    await inSlices(counting(200), { sliceMs: 0, onProgress: (progress) => told.push(progress) });
    over = true;
    await running;
    expect(told.at(-1)).toEqual({ done: 200, of: 200 });
    expect(othersTurn).toBeGreaterThan(0);
  });

  it('stops at a cancel, and closes the work', async () => {
    const cancel = new AbortController();
    let last = 0;
    const outcome = await inSlices(
      counting(1_000, (step) => {
        last = step;
        if (step === 10) cancel.abort();
      }),
      { signal: cancel.signal, sliceMs: 0 },
    );
    expect(outcome).toMatchObject({ ok: false, code: 'cancelled' });
    expect(last).toBe(10);
  });
});
