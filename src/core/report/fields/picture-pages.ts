import type { DocumentView } from '../view/document-view.ts';

/** Less text than this on a page of a letter is its heading. */
const HEADING_LENGTH = 160;

/**
 * Pages in front of the description and the tests that hold no text to read: pictures, or pages on which nothing but
 * headers, footers and a heading is text. Of a report, they hold the service auditor's letter or the assertion.
 */
export function pagesWithoutText(view: DocumentView): number[] {
  const rest = view.parts.find(({ kind }) => kind === 'description' || kind === 'tests');
  const until = rest?.firstPage ?? view.pageCount;
  const headed = new Set(
    view.parts
      .filter(({ kind }) => kind === 'auditors-report' || kind === 'assertion')
      .flatMap(({ firstPage, lastPage }) => range(firstPage, lastPage)),
  );
  return view.pages
    .filter(({ number }) => number > 1 && number < until)
    .filter(
      ({ isImage, text, number }) =>
        isImage || text === '' || (headed.has(number) && text.length < HEADING_LENGTH),
    )
    .map(({ number }) => number);
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** "2–3, 7" */
export function pageRanges(pages: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last?.[1] === page - 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges
    .map(([first, last]) => (first === last ? String(first) : `${String(first)}–${String(last)}`))
    .join(', ');
}
