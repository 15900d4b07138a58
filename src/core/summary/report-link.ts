import type { Link } from 'mdast';
import { link } from './markdown.ts';

/** Where a text that is written out will lie, so that its links find the reports. */
export interface LinkBase {
  /** The folder of the text, relative to the root of the library, with forward slashes; empty for the root. */
  readonly folder: string;
}

const segmentsOf = (path: string): string[] =>
  path.split(/[\\/]/).filter((segment) => segment !== '' && segment !== '.');

/** A lone half of a surrogate pair can't be part of an address. */
const encoded = (segment: string): string =>
  encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[()'!*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** The address of a file of the library as seen from a folder of it: `../../vendors/a%20b.pdf#page=12`. */
export function relativeUrl(base: LinkBase, path: string, page?: number): string {
  const up = segmentsOf(base.folder).map(() => '..');
  const url = [...up, ...segmentsOf(path).map(encoded)].join('/');
  // A first segment with a colon would be taken for a protocol; every colon is encoded.
  return page === undefined ? url : `${url}#page=${page}`;
}

/** A link to a page of a report: "page 12", with the number printed on it where that differs. */
export const pageLink = (
  base: LinkBase,
  path: string,
  page: number,
  printedPage: string | null = null,
): Link =>
  link(
    relativeUrl(base, path, page),
    printedPage === null || printedPage === String(page)
      ? `page ${page}`
      : `page ${page} (printed ${printedPage})`,
  );
