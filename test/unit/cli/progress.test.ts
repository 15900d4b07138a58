import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { describe, it } from 'node:test';
import { progressBar } from '../../../src/cli/progress.ts';
import { layoutFor, type Terminal } from '../../../src/cli/terminal.ts';

/** A stream that says of itself that it is a terminal of 60 columns, or not. */
function fakeTerminal(
  isTTY: boolean,
  env: NodeJS.ProcessEnv = {},
): Terminal & { readonly written: () => string } {
  const stream = Object.assign(new PassThrough(), {
    isTTY,
    columns: 60,
    rows: 20,
  }) as unknown as NodeJS.WriteStream;
  return { out: stream, err: stream, env, written: () => String(stream.read() ?? '') };
}

describe('the progress bar', () => {
  it('counts on a terminal', () => {
    const terminal = fakeTerminal(true);
    const bar = progressBar(terminal);
    bar.update(0, 3);
    bar.update(3, 3);
    bar.stop();
    assert.match(terminal.written(), /Reading reports.*0 of 3/);
  });

  it('is not shown where nothing has to be read', () => {
    const terminal = fakeTerminal(true);
    const bar = progressBar(terminal);
    bar.update(3, 3);
    bar.stop();
    assert.equal(terminal.written(), '');
  });

  it('keeps quiet where no eyes are', () => {
    for (const terminal of [fakeTerminal(false), fakeTerminal(true, { TERM: 'dumb' })]) {
      const bar = progressBar(terminal);
      bar.update(1, 3);
      bar.stop();
      assert.equal(terminal.written(), '');
    }
  });
});

describe('the layout of a table', () => {
  it('has colours on a terminal, unless the user wants none', () => {
    assert.equal(layoutFor(fakeTerminal(true)).paint('bold', 'x'), '\u001b[1mx\u001b[22m');
    assert.equal(layoutFor(fakeTerminal(true, { NO_COLOR: '1' })).paint('bold', 'x'), 'x');
    assert.equal(layoutFor(fakeTerminal(false)).paint('bold', 'x'), 'x');
  });

  it('fits a terminal, and nothing else', () => {
    assert.equal(layoutFor(fakeTerminal(true)).width, 60);
    assert.equal(layoutFor(fakeTerminal(false)).width, Infinity);
  });
});
