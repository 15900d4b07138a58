/**
 * What a reader typed into the page number's field, as a PDF page counted from 1; null when it names no page
 * of the report. A number is the PDF page; what is no number ("iv", "A-2") is looked up among the numbers that
 * are printed on the pages, and so is a number after "p" ("p8", "p. 8").
 */
export function parsePageInput(
  typed: string,
  pageCount: number,
  printedPages: readonly (string | null)[],
): number | null {
  const text = typed.trim().toLowerCase();
  if (/^\d{1,7}$/.test(text)) {
    const page = Number(text);
    return page >= 1 && page <= pageCount ? page : null;
  }
  const printed = (/^p\.?\s*(.+)$/.exec(text)?.[1] ?? text).trim();
  const index = printedPages.findIndex((number) => number?.toLowerCase() === printed);
  return index >= 0 && index < pageCount ? index + 1 : null;
}
