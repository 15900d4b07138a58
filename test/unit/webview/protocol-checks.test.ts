import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MAX_RANGE_BYTES, type ReadingPosition } from '../../../src/webview/protocol.ts';
import { HOST_CHECKS } from '../../../src/webview/protocol-checks.ts';

const { requests, notices, results } = HOST_CHECKS;
const position: ReadingPosition = { page: 3, offset: 12, zoom: 'fit-width', rotation: 90 };

describe('the host’s checks', () => {
  it('let through what the viewer sends', () => {
    const range = { fileId: 'a', begin: 0, end: MAX_RANGE_BYTES };
    assert.deepEqual(requests.readRange(range), range);
    assert.deepEqual(notices.positionChanged({ fileId: 'a', position }), { fileId: 'a', position });
    assert.deepEqual(
      notices.positionChanged({ fileId: 'a', position: { ...position, offset: null, zoom: 1.3 } }),
      {
        fileId: 'a',
        position: { ...position, offset: null, zoom: 1.3 },
      },
    );
    assert.equal(requests.open(null), null);
    assert.deepEqual(results.reveal({ highlight: 'exact', markedText: 'x' }), {
      highlight: 'exact',
      markedText: 'x',
    });
  });

  it('stop ranges that are none, or too large', () => {
    for (const [begin, end] of [
      [0, MAX_RANGE_BYTES + 1],
      [5, 5],
      [6, 5],
      [-1, 5],
      [0.5, 5],
      [0, Infinity],
      [NaN, 5],
    ])
      assert.throws(() => requests.readRange({ fileId: 'a', begin, end }), `${begin}–${end}`);
    assert.throws(() => requests.readRange({ begin: 0, end: 1 }));
  });

  it('stop positions that are none', () => {
    for (const wrong of [
      { page: 0 },
      { page: 1.5 },
      { zoom: 'huge' },
      { zoom: 1e9 },
      { rotation: 45 },
      { more: 1 },
    ])
      assert.throws(() => notices.positionChanged({ fileId: 'a', position: { ...position, ...wrong } }));
  });

  it('stop everything else that was not agreed', () => {
    assert.throws(() => requests.open({}));
    assert.throws(() => requests.password({ fileId: 'a', rejected: 'yes' }));
    assert.throws(() => notices.openLink({ url: 7 }));
    assert.throws(() => notices.preferencesChanged({ darkPages: true, sideBar: 'open' }));
    assert.throws(() => notices.problem({ problem: 'bored', detail: '' }));
    assert.throws(() => results.reveal({ highlight: 'maybe', markedText: '' }));
  });

  it('let through what a reader does with facts and selected words, and nothing else', () => {
    const action = { fact: 'auditor', action: 'confirm' };
    assert.deepEqual(notices.factAction(action), action);
    assert.throws(() => notices.factAction({ ...action, action: 'delete' }));
    assert.throws(() => notices.factAction({ ...action, value: 'x' }));
    const selected = { page: 3, text: 'Baker & Finch LLP' };
    assert.deepEqual(notices.useSelection(selected), selected);
    assert.deepEqual(results.selection(null), null);
    for (const broken of [
      { page: 0, text: 'x' },
      { page: 1, text: '' },
      { page: 1, text: 'x'.repeat(20_001) },
    ]) {
      assert.throws(() => notices.quoteSelection(broken));
      assert.throws(() => results.selection(broken));
    }
    assert.deepEqual(notices.scrolled({ place: 12.5 }), { place: 12.5 });
    assert.throws(() => notices.scrolled({ place: NaN }));
    assert.throws(() => notices.scrolled({ place: 0 }));
  });

  it('keep the facts between their narrowest and their widest', () => {
    const preferences = { darkPages: false, sideBar: 'closed', facts: 'open', factsWidth: 340 };
    assert.deepEqual(notices.preferencesChanged(preferences), preferences);
    assert.throws(() => notices.preferencesChanged({ ...preferences, factsWidth: 10 }));
    assert.throws(() => notices.preferencesChanged({ ...preferences, factsWidth: 100_000 }));
  });
});
