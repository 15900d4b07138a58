import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import esbuild from 'esbuild';
import { DISPLAY, FORMS, without } from '../../../../src/pdf/pdfjs/without-display.ts';

const sourceOf = (file: string): Promise<string> =>
  readFile(createRequire(import.meta.url).resolve(`pdfjs-dist/legacy/build/${file}`), 'utf8');

/** What the parts of pdf.js declare outside of all functions and classes. */
const declared = (source: string): string[] =>
  [
    ...source
      .slice(source.indexOf('// ./src/'))
      .matchAll(/^(?:class|const|let|var|(?:async )?function\*?) +(\w+)/gm),
  ].map(([, name = '']) => name);

describe('pdf.js without what reading text never enters', () => {
  const halves = [
    { file: 'pdf.mjs', leftOut: DISPLAY },
    { file: 'pdf.worker.mjs', leftOut: FORMS },
  ];
  for (const { file, leftOut } of halves) {
    it(`names nothing that is gone from ${file}`, async () => {
      const source = await sourceOf(file);
      const kept = without(source, leftOut);
      const there = new Set(declared(kept));
      const gone = declared(source).filter((name) => !there.has(name));
      assert.ok(gone.length > 100, `${gone.length} names are gone`);
      // The bundler replaces a name only where nothing declares it.
      const define = Object.fromEntries(gone.map((name) => [name, `gone_${name}`]));
      const { code } = await esbuild.transform(kept, { define });
      assert.deepEqual(code.match(/\bgone_\w+/g) ?? [], []);
    });
  }

  it('loses nothing of what a part fills in for the others', () => {
    const source =
      'head\n;// ./src/a.js\nvar filled = __webpack_require__(7);\nclass Gone {}\n;// ./src/b.js\nclass Kept {}\n';
    const leftOut = { parts: ['src/a.js'], instead: 'class Gone2 {}\n', polyfills: false };
    assert.equal(
      without(source, leftOut),
      'head\nvar filled = __webpack_require__(7);\n;// ./src/b.js\nclass Kept {}\nclass Gone2 {}\n',
    );
  });

  it('fails when a newer pdf.js has no such part', () => {
    const leftOut = { parts: ['src/a.js', 'src/c/'], instead: '', polyfills: false };
    assert.throws(() => without(';// ./src/a.js\n', leftOut), /no such parts: src\/c\//);
  });
});
