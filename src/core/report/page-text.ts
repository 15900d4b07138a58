/**
 * Pages of text as an extractor hands them over. Lengths are PDF points; the origin is the page's top left
 * corner as a reader sees the page (rotation applied), x grows to the right and y downwards.
 */
export interface TextRun {
  readonly text: string;
  /** Left edge. */
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly width: number;
  /** Font size; 0 when the PDF tells none. */
  readonly height: number;
}

export interface PageText {
  /** The PDF page, counted from 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** In the order of the PDF's content, which is not always the order of reading. */
  readonly runs: readonly TextRun[];
  /** True when the page shows a picture and has no text: a scan, or a letter pasted as an image. */
  readonly isImage: boolean;
  /** True when part of the page is damaged, so that text may be missing from it. */
  readonly isDamaged?: boolean;
}

/** Pages on demand, so that nobody reads a page that nobody needs. */
export interface PageSource {
  readonly pageCount: number;
  /** The text of one page, counted from 1. Rejects when the page can't be read. */
  page(number: number): Promise<PageText>;
  /** Called when no further page will be asked for, so that the file need not be kept while its pages are read. */
  close?(): Promise<void>;
}
