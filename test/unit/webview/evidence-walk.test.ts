import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FactGroup, FactItem } from '../../../src/webview/facts.ts';
import { nextStop, placeOf, stopsOf } from '../../../src/webview/report-viewer/facts/evidence-walk.ts';

const item = (id: string, ...quotes: (string | null)[]): FactItem => ({
  id,
  name: id,
  value: 'value',
  notes: [],
  passages: quotes.map((quote, index) => ({ page: index + 1, quote })),
  state: 'read',
  status: '',
  actions: [],
  isPart: false,
});
const group = (isEvidence: boolean, ...items: FactItem[]): FactGroup => ({
  id: 'group',
  title: 'Group',
  empty: null,
  items,
  isEvidence,
  startsOpen: true,
});

describe('the way through all evidence', () => {
  const stops = stopsOf([
    group(true, item('auditor', 'a'), item('absent'), item('picture', null), item('categories', 'b', 'c')),
    group(false, item('section', 'd')),
    group(true, item('exception', 'e')),
  ]);
  const walk = (from: number, backwards = false): string => {
    const stop = nextStop(stops, from, backwards);
    return `${stop?.fact ?? ''} ${stop?.passage.quote ?? ''}`;
  };

  it('stops at every passage with a quote, in the order of the panel, and at no section', () => {
    assert.deepEqual(
      stops.map(({ passage }) => passage.quote),
      ['a', 'b', 'c', 'e'],
    );
  });

  it('begins at an end and goes round', () => {
    assert.equal(walk(-1), 'auditor a');
    assert.equal(walk(-1, true), 'exception e');
    assert.equal(walk(placeOf(stops, 'categories', 0)), 'categories c');
    assert.equal(walk(placeOf(stops, 'exception', 0)), 'auditor a');
    assert.equal(walk(placeOf(stops, 'auditor', 0), true), 'exception e');
  });

  it('leads nowhere when nothing was read', () => {
    assert.equal(nextStop([], -1, false), undefined);
    assert.equal(nextStop([], -1, true), undefined);
  });
});
