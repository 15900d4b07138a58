/** Text near a page's upper or lower edge, where page numbers are printed. */
export interface MarginText {
  readonly page: number;
  readonly text: string;
}

interface Candidate {
  readonly page: number;
  readonly printed: string;
  readonly value: number;
  readonly roman: boolean;
  /** Needs no other page to confirm it: says "Page 3", or stands alone and could be no other number. */
  readonly explicit: boolean;
}

const ROMAN_VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** The value of a Roman numeral up to a few hundred; undefined when the text is none. */
export function romanValue(text: string): number | undefined {
  const lower = text.toLowerCase();
  if (!/^(?=.)c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(lower)) return undefined;
  let total = 0;
  for (let i = 0; i < lower.length; i++) {
    const value = ROMAN_VALUES[lower.charAt(i)] ?? 0;
    total += value < (ROMAN_VALUES[lower.charAt(i + 1)] ?? 0) ? -value : value;
  }
  return total;
}

const EXPLICIT = /\bpage\s+(\d{1,3}|[ivxlc]{1,7})\b/gi;
const AT_AN_EDGE =
  /^[-–|•\s]*(\d{1,3}|[ivxlc]{1,7})(?=$|[\s|•]|[-–]\s*$)|(?:^|[\s|–•])(\d{1,3}|[ivxlc]{1,7})[-–|•\s]*$/gi;

function candidatesIn({ page, text }: MarginText): Candidate[] {
  const found: Candidate[] = [];
  const collect = (printed: string | undefined, explicit: boolean): void => {
    if (printed === undefined) return;
    const roman = !/^\d/.test(printed);
    const value = roman ? romanValue(printed) : Number(printed);
    if (value === undefined || value === 0) return;
    const alone = text.trim() === printed && (roman ? value <= page : value === page);
    found.push({ page, printed, value, roman, explicit: explicit || alone });
  };
  for (const match of text.matchAll(EXPLICIT)) collect(match[1], true);
  for (const match of text.matchAll(AT_AN_EDGE)) collect(match[1] ?? match[2], false);
  return found;
}

/**
 * The numbers printed on pages, by PDF page. A number counts when it grows with the pages: its distance to the PDF
 * page is shared with another page, or it is called "Page …".
 */
export function findPrintedPages(margins: readonly MarginText[]): ReadonlyMap<number, string> {
  const candidates = margins.flatMap(candidatesIn);
  const series = (candidate: Candidate): string =>
    `${candidate.roman ? 'roman' : 'arabic'} ${candidate.value - candidate.page}`;
  const pagesOfSeries = new Map<string, Set<number>>();
  for (const candidate of candidates) {
    const pages = pagesOfSeries.get(series(candidate)) ?? new Set<number>();
    pagesOfSeries.set(series(candidate), pages.add(candidate.page));
  }
  const best = new Map<number, { printed: string; support: number }>();
  for (const candidate of candidates) {
    const votes = pagesOfSeries.get(series(candidate))?.size ?? 0;
    const support = votes + (candidate.explicit ? 1 : 0);
    if (support < 2 || support <= (best.get(candidate.page)?.support ?? 0)) continue;
    best.set(candidate.page, { printed: candidate.printed, support });
  }
  return new Map([...best].map(([page, { printed }]) => [page, printed]));
}
