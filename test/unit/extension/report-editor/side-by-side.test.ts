import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SideBySide } from '../../../../src/extension/report-editor/side-by-side.ts';

const file = (name: string) => new URL(`file:///${name}`);
const side = (name: string, shift: number) => ({
  file: file(name),
  placeOf: (place: number) => place + shift,
});

describe('reports side by side', () => {
  it('follow each other, each in its own places', () => {
    const pairs = new SideBySide<URL>();
    pairs.pair(side('2024', -3), side('2025', 3));
    assert.equal(pairs.follow(file('2024'), 10)?.place, 13);
    assert.equal(pairs.follow(file('2025'), 13)?.place, 10);
    assert.equal(String(pairs.follow(file('2025'), 13)?.file), 'file:///2024');
    assert.equal(pairs.follow(file('2023'), 1), undefined);
  });

  it('part when one of them is closed, or goes with another', () => {
    const pairs = new SideBySide<URL>();
    pairs.pair(side('2024', 0), side('2025', 0));
    pairs.pair(side('2025', 0), side('2026', 0));
    assert.equal(pairs.isPaired(file('2024')), false);
    assert.equal(String(pairs.part(file('2026'))), 'file:///2025');
    assert.equal(pairs.isPaired(file('2025')), false);
    assert.equal(pairs.part(file('2026')), undefined);
  });
});
