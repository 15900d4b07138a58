// What pdf.js expects of its surroundings, set before it is loaded: import this module first. pdf.js would
// otherwise look for a native canvas, which text doesn't need and a universal extension can't ship, and die.
import { DOMMatrix } from './dom-matrix.ts';

/** Only named by the code paths that draw, which reading text never enters. */
function NothingDrawn(): never {
  throw new Error('Nothing is drawn here.');
}

const shims = { DOMMatrix, ImageData: NothingDrawn, Path2D: NothingDrawn };
for (const [name, value] of Object.entries(shims)) {
  if (!(name in globalThis))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
