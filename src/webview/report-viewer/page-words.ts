import { fill, type ViewerStrings } from '../strings.ts';

/** A page as people name it: "Page 12 of 96 · printed 8". `printed` is the number that stands on it. */
export const pageInWords = (
  { pageOf, pagePrinted }: Pick<ViewerStrings, 'pageOf' | 'pagePrinted'>,
  page: number,
  pageCount: number,
  printed: string | null,
): string => (printed === null ? fill(pageOf, page, pageCount) : fill(pagePrinted, page, pageCount, printed));
