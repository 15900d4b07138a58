import { reportLinks, type ReportLink } from './report-links.ts';

/*
 * A Markdown preview opens a link to a PDF in the editor's own viewer of binary files, and drops the page. So in the
 * preview such a link leads to a name of ours instead, which stands for the file, its page and its passage; what
 * opens under that name is a door that closes behind the reader and shows the report.
 */

/** Where a door leads. */
export interface PassageDoor {
  /** The path of the PDF. */
  readonly file: string;
  /** Counted from 1. */
  readonly page: number;
  /** What the passage is known by. */
  readonly passage: string;
}

/** "report.pdf" is followed by its page and what its passage is known by. */
const DOOR = /^(?<file>.+\.pdf)\.(?<page>\d+)-(?<passage>[0-9a-f]+)\.soc-passage$/i;

/** Where a path of ours leads; undefined for any other. */
export function passageDoor(path: string): PassageDoor | undefined {
  const { file, page, passage } = DOOR.exec(path)?.groups ?? {};
  if (file === undefined || passage === undefined) return undefined;
  return { file, page: Number(page), passage };
}

/**
 * The addresses of a text's links, those to pages of reports replaced by doors.
 * @param hrefs in the order of the text; of those in code there are none
 * @param nameOf a short name of a passage, in hexadecimal digits; null for a link that has none
 */
export function throughDoors(
  text: string,
  hrefs: readonly string[],
  nameOf: (quote: string | null) => string,
): string[] {
  const all = reportLinks(text);
  const definitions = all.filter(({ isDefinition }) => isDefinition);
  const inText = all.filter(({ isDefinition }) => !isDefinition);
  return hrefs.map((href) => {
    const leadsThere = ({ start, end }: ReportLink): boolean => text.slice(start, end) === href;
    const at = inText.findIndex(leadsThere);
    // Each link of the text is met once: rows that lead to one page have passages of their own. A definition is met
    // by every link that refers to it.
    const link = at === -1 ? definitions.find(leadsThere) : inText.splice(0, at + 1).at(-1);
    if (link === undefined || link.page === null) return href;
    const [address = ''] = href.split('#');
    return `${address}.${link.page}-${nameOf(link.quote)}.soc-passage`;
  });
}
