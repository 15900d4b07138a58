// How the worker's bundle differs from the pdf.js that pdf-parse brings. Used by esbuild.mjs, not part of the program.
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { UNDRAWN_FONTS } from './fonts.ts';
import { NATIVELY } from './natively.ts';
import { ONLY_WHAT_IS_ASKED } from './objects.ts';
import { FASTER } from './speed.ts';
import { DISPLAY, FORMS, without, type LeftOut } from './without-display.ts';

/** A piece of pdf.js's source, and what stands in its place. */
export interface Change {
  readonly before: string;
  readonly after: string;
}

/**
 * pdf.js requires a native canvas when it is loaded, and complains when there is none. Reading text never draws, and
 * a package for all platforms can't bring native code, so the bundle doesn't ask: platform.ts stands in.
 */
const WITHOUT_CANVAS: readonly Change[] = [
  { before: 'try {\n      canvas = require("@napi-rs/canvas");', after: 'try {\n      canvas = {};' },
  { before: 'const canvas = require("@napi-rs/canvas");', after: 'const canvas = {};' },
];

/**
 * pdf.js hands each small batch of text from its worker's half to its other half in a deep copy, as if they were in
 * different threads. Here they are in one, and nobody else holds a batch: its outer object suffices.
 */
const WITHOUT_COPIES: Change = {
  before: 'data: structuredClone(obj, transfer ? {\n        transfer\n      } : null)',
  after:
    'data: obj.chunk?.items ? { ...obj, chunk: { ...obj.chunk } } : structuredClone(obj, transfer ? { transfer } : null)',
};

/** The call by which damage.ts hears of damage that is read over. */
const TELL = 'globalThis.onPdfDamage?.();';

const DAMAGE: readonly Change[] = [
  // A compressed stream that breaks off, or whose bytes are others.
  {
    before: '#endsStreamOnError(err) {\n    info(err);',
    after: `#endsStreamOnError(err) {\n    ${TELL} info(err);`,
  },
  {
    before: 'warn(`Invalid stream: "',
    after: `${TELL} warn(\`Invalid stream: "`,
  },
  // Bytes that are no content at all.
  {
    before: 'warn(`Unknown command "',
    after: `${TELL} warn(\`Unknown command "`,
  },
  {
    before: 'switch (ch | 0) {\n        case -1:\n          warn("Unterminated string");',
    after: `switch (ch | 0) {\n        case -1:\n          ${TELL} warn("Unterminated string");`,
  },
  // The rest of a page, one of its streams or one of its parts, that can't be made sense of.
  {
    before: 'warn(`getTextContent - ignoring errors during',
    after: `${TELL} warn(\`getTextContent - ignoring errors during`,
  },
  {
    before: 'warn(`getTextContent - ignoring XObject:',
    after: `${TELL} warn(\`getTextContent - ignoring XObject:`,
  },
  {
    before: 'warn(`getContentStream - ignoring sub-stream',
    after: `${TELL} warn(\`getContentStream - ignoring sub-stream`,
  },
  // A page that has content, of which nothing is there.
  {
    before: 'this.#onSubStreamError.bind(this));\n    }\n    return new NullStream();',
    after: `this.#onSubStreamError.bind(this));\n    }\n    if (this.pageDict.has("Contents")) { ${TELL} }\n    return new NullStream();`,
  },
];

/** By the end of the file's path. The worker is loaded first, so what fills in for older engines comes with it. */
const FILES: Readonly<Record<string, { readonly leftOut: LeftOut; readonly changes: readonly Change[] }>> = {
  'pdf.mjs': { leftOut: DISPLAY, changes: [...WITHOUT_CANVAS, WITHOUT_COPIES] },
  'pdf.worker.mjs': {
    leftOut: FORMS,
    changes: [...FASTER, ...UNDRAWN_FONTS, ...NATIVELY, ...ONLY_WHAT_IS_ASKED, ...DAMAGE],
  },
};

/** Makes the changes, each of which must find its place exactly once, so that a newer pdf.js can't silently lose one. */
export const pdfjsForText: Plugin = {
  name: 'pdfjs-for-text',
  setup(build) {
    build.onLoad({ filter: /pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf(\.worker)?\.mjs$/ }, async ({ path }) => {
      const file = FILES[path.replace(/.*[\\/]/, '')];
      if (file === undefined) throw new Error(`This file of pdf.js isn't known: ${path}`);
      const contents = file.changes.reduce(change, without(await readFile(path, 'utf8'), file.leftOut));
      return { contents, loader: 'js' };
    });
  },
};

function change(source: string, { before, after }: Change): string {
  const parts = source.split(before);
  if (parts.length !== 2) throw new Error(`pdf.js says this ${parts.length - 1} times, not once: ${before}`);
  return parts.join(after);
}
