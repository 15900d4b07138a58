import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dossierOnDay } from '../../../src/core/standing/dossier-on-day.ts';
import { bridgeLetter, day, dossier, report, review } from './samples.ts';

const older = report({ start: '2024-01-01', end: '2024-12-31', issued: '2025-02-20' });
const newer = report();
const undated = report({ path: 'undated.pdf', start: null, end: null, issued: null });
const letter = bridgeLetter('2026-01-01', '2026-02-28', '2025-12-31');
const undatedLetter = bridgeLetter(null, null, null);
const signed = review('2025-03-10', older);
const later = review('2026-03-10', newer);
const readMe = {
  path: 'reviews/northlake/README.md',
  state: 'invalid',
  record: null,
  problems: [],
  places: {},
  readOn: null,
} as const;

const all = dossier({
  reports: [newer, older, undated],
  bridgeLetters: [letter, undatedLetter],
  unreadable: [report({ path: 'locked.pdf', kind: 'unreadable' })],
  reviews: [later, signed, readMe],
});

describe('what existed of a vendor on a day', () => {
  it('is what had been issued and signed by then, and what tells no date', () => {
    const then = dossierOnDay(all, day('2025-06-30'));
    assert.deepEqual(then.reports, [older, undated]);
    assert.deepEqual(then.bridgeLetters, [undatedLetter]);
    assert.deepEqual(then.reviews, [signed, readMe]);
    assert.deepEqual(then.unreadable, all.unreadable);
  });

  it('is everything, in the same order, once everything was there', () => {
    assert.deepEqual(dossierOnDay(all, day('2026-12-31')), all);
  });
});
