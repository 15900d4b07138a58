// Targets that do what fuzzing has to notice, each in its second case.
import type { FuzzTarget, Outcome } from '../../fuzz/target.ts';

const OK: Outcome = { verdict: 'ok', detail: '' };

const misbehaving = (name: string, second: () => Outcome): FuzzTarget => {
  let cases = 0;
  return {
    name,
    weight: 1,
    prepare: () =>
      Promise.resolve({
        run: () => Promise.resolve().then(() => (++cases === 2 ? second() : OK)),
        close: () => Promise.resolve(),
      }),
  };
};

export const targets: readonly FuzzTarget[] = [
  misbehaving('throws', () => {
    throw new Error('a bug');
  }),
  misbehaving('hangs', () => {
    for (;;);
  }),
  misbehaving('loses', () => ({ verdict: 'lost', detail: 'a text' })),
  misbehaving('dies', () => process.exit(1)),
  misbehaving('is stopped', () => ({ verdict: 'stopped', detail: 'too long' })),
];
