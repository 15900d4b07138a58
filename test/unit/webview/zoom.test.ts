import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  clampZoom,
  fromScaleValue,
  nextZoom,
  toScaleValue,
  zoomInWords,
} from '../../../src/webview/report-viewer/zoom.ts';

describe('zoom', () => {
  it('steps from a listed factor to the next', () => {
    assert.equal(nextZoom(1, 'in'), 1.1);
    assert.equal(nextZoom(1, 'out'), 0.9);
  });

  it('steps from between to the nearest in that direction', () => {
    assert.equal(nextZoom(1.37, 'in'), 1.5);
    assert.equal(nextZoom(1.37, 'out'), 1.25);
    assert.equal(nextZoom(0.999, 'in'), 1.1);
  });

  it('stops at the ends', () => {
    assert.equal(nextZoom(5, 'in'), 5);
    assert.equal(nextZoom(0.25, 'out'), 0.25);
    assert.equal(clampZoom(80), 5);
    assert.equal(clampZoom(0.001), 0.25);
  });

  it('translates to and from pdf.js', () => {
    for (const zoom of ['fit-width', 'fit-page'] as const)
      assert.equal(fromScaleValue(toScaleValue(zoom), 1.31), zoom);
    assert.equal(fromScaleValue(toScaleValue(1.5), 1.5), 1.5);
    assert.equal(fromScaleValue(undefined, 1), 1);
  });

  it('is shown as a percentage', () => {
    assert.equal(zoomInWords('en')(1.25), '125%');
  });
});
