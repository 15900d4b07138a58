import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PROBLEMS } from '../../../src/webview/protocol.ts';
import { hasPdfHeader, problemOfFailure, problemText } from '../../../src/webview/report-viewer/problem.ts';
import { viewerStrings } from '../../../src/webview/strings.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('problems', () => {
  it('knows a PDF by its header, also after some bytes of something else', () => {
    assert.ok(hasPdfHeader(bytes('%PDF-1.7\n')));
    assert.ok(hasPdfHeader(bytes(`${' '.repeat(900)}%PDF-1.4`)));
    assert.ok(!hasPdfHeader(bytes(`${' '.repeat(1100)}%PDF-1.4`)));
    assert.ok(!hasPdfHeader(bytes('<!DOCTYPE html><title>Sign in</title>')));
    assert.ok(!hasPdfHeader(bytes('')));
  });

  it('tells a deleted file from one that can’t be read', () => {
    assert.equal(problemOfFailure('gone'), 'deleted');
    assert.equal(problemOfFailure('failed'), 'unreadable');
    assert.equal(problemOfFailure('timeout'), 'unreadable');
  });

  it('has words of its own for each', () => {
    const strings = viewerStrings((message) => message);
    const words = PROBLEMS.map((problem) => problemText(problem, strings));
    assert.equal(new Set(words).size, PROBLEMS.length);
  });
});
