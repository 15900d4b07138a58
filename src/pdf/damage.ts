/**
 * pdf.js reads over damage: it takes what it has by then for all of a page, and says nothing. The bundled one
 * (pdfjs/bundled.ts) calls this function of the thread wherever it does so. One page is read at a time in a thread,
 * so that the damage met meanwhile is that page's.
 */
let met = false;

Object.defineProperty(globalThis, 'onPdfDamage', {
  value: () => {
    met = true;
  },
  configurable: true,
});

/** Forgets what was met before, and tells after the work whether some was met in it. */
export async function noticingDamage<T>(work: () => Promise<T>): Promise<{ result: T; isDamaged: boolean }> {
  met = false;
  const result = await work();
  return { result, isDamaged: met };
}
