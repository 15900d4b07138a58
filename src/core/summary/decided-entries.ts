import type { RootContent } from 'mdast';
import type { LibraryDocument } from '../library/snapshot.ts';
import type { Entry } from '../report/entries.ts';
import type { EntryList } from '../report/reading.ts';
import { bullets, oneLine, paragraph, type Inline } from './markdown.ts';
import { pageLink, type LinkBase } from './report-link.ts';

/*
 * What a review says of entries that people decided on: whose words a row has, and what was left out of its table.
 */

const byWhom = (by: string | null): string => (by === null ? 'a person' : oneLine(by));

/** The page of an entry, and what a person said of it: "page 77, corrected by Dana Petit". */
export function entryPage(base: LinkBase, { path }: LibraryDocument, entry: Entry): Inline {
  const link = pageLink(base, path, entry.page, 'printedPage' in entry ? entry.printedPage : null);
  const { decided } = entry;
  return decided === undefined ? link : [link, `, ${decided.source} by ${byWhom(decided.by)}`];
}

/** What was read and a person found not to be in the report: nothing disappears without a word. */
export function leftOut(
  base: LinkBase,
  { path, reading }: LibraryDocument,
  ...lists: readonly EntryList[]
): RootContent[] {
  const entries = (reading.absentEntries ?? []).filter(({ list }) => lists.includes(list));
  if (entries.length === 0) return [];
  return [
    paragraph('Read by the program, and not in the report as a person found:'),
    bullets(
      entries.map(({ number, text, page, decided }): Inline => [
        `${[number, text].map((part) => oneLine(part ?? '')).join(' ')}, `.trimStart(),
        pageLink(base, path, page),
        `, says ${byWhom(decided.by)}`,
      ]),
    ),
  ];
}
