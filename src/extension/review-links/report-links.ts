/** A link of a Markdown text to a PDF or a page of it. */
export interface ReportLink {
  /** Where the address stands in the text: from `start` up to `end`, not included. */
  readonly start: number;
  readonly end: number;
  /** The PDF, as the address gives it, decoded: relative to the text's folder, with forward slashes. */
  readonly path: string;
  /** Counted from 1; null for a link to the whole report. */
  readonly page: number | null;
  /**
   * The passage: the link's title, or what stands in the next cell of the same row, the first where it holds several;
   * null: none.
   */
  readonly quote: string | null;
  /** An address that links elsewhere in the text refer to. */
  readonly isDefinition: boolean;
}

/**
 * Addresses as our summaries write them: blanks and parentheses in names are encoded. In a link itself, or in a
 * definition to which links refer: `[77]: report.pdf#page=77 "the words there"`.
 */
const ADDRESS =
  /(?:(?<=\]\()|(?<=^ {0,3}(?<label>\[[^\]\n]+\]:)[ \t]*))(?<path>[^()\s#<>]+\.pdf)(?:#page=(?<page>[1-9]\d{0,5}))?(?=(?:[ \t]+"(?<title>[^"\n]+)")?[ \t]*(?:\)|$))/gim;

/** What follows an address in a row of facts: the end of its cell, and a cell that is a quote. */
const QUOTE_CELL = /^\) *\| *“(?<quote>.+?)” *(?<!\\)\|/;

const ESCAPE = /\\([!-/:-@[-`{-~])/g;

/** The links to PDFs in a Markdown text, in their order. Addresses with a protocol are not ours. */
export function reportLinks(text: string): ReportLink[] {
  return [...text.matchAll(ADDRESS)].flatMap(({ 0: address, index, groups }) => {
    const path = decoded(groups?.['path'] ?? '');
    if (path === undefined || /^[a-z][a-z\d+.-]*:/i.test(path) || path.startsWith('/')) return [];
    const end = index + address.length;
    const [restOfLine = ''] = text.slice(end).split('\n', 1);
    const [cell] = QUOTE_CELL.exec(restOfLine)?.groups?.['quote']?.split('” … “') ?? [];
    const quote = groups?.['title'] ?? cell;
    return [
      {
        start: index,
        end,
        path,
        page: groups?.['page'] === undefined ? null : Number(groups['page']),
        quote: quote?.replace(ESCAPE, '$1') ?? null,
        isDefinition: groups?.['label'] !== undefined,
      },
    ];
  });
}

/** The reports of two years that a comparison names at its top, the older one first; undefined for other texts. */
export function comparedReports(links: readonly ReportLink[]): readonly [ReportLink, ReportLink] | undefined {
  const [before, after] = links;
  const areWhole = before?.page === null && after?.page === null;
  return areWhole && before.path !== after.path ? [before, after] : undefined;
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
