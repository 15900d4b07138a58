import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api.d.ts';
import type { PageSource, PageText } from '../core/report/page-text.ts';
import { noticingDamage } from './damage.ts';
import { openPdf, type PdfAccess } from './open-pdf.ts';
import { pictureArea } from './picture-area.ts';
import { textRuns } from './text-runs.ts';

/** Of all pictures of a page together, in square points: a square inch. Less is a bullet or a spacer. */
const SMALLEST_PICTURE = 72 * 72;

/** The pages of a PDF, each read when it is asked for and forgotten after. */
export class PdfPages implements PageSource {
  readonly pageCount: number;
  readonly #document: PDFDocumentProxy;

  private constructor(document: PDFDocumentProxy) {
    if (document.numPages < 0) throw new Error('The PDF counts fewer pages than none.');
    this.#document = document;
    this.pageCount = document.numPages;
  }

  /**
   * Opens a PDF for as long as `use` takes. Takes the bytes away from the caller.
   *
   * @throws PasswordNeeded, or what pdf-parse says of a file that it can't make sense of.
   */
  static async with<T>(
    bytes: Uint8Array<ArrayBuffer>,
    access: PdfAccess,
    use: (pages: PdfPages) => Promise<T>,
  ): Promise<T> {
    const pdf = await openPdf(bytes, access);
    try {
      return await use(new PdfPages(pdf.document));
    } finally {
      await pdf.close();
    }
  }

  async page(number: number): Promise<PageText> {
    const page = await this.#document.getPage(number);
    try {
      const { result, isDamaged } = await noticingDamage(() => this.#read(page));
      return isDamaged ? { ...result, isDamaged } : result;
    } finally {
      page.cleanup();
    }
  }

  async #read(page: PDFPageProxy): Promise<PageText> {
    const { width, height, transform } = page.getViewport({ scale: 1 });
    // Ligatures and presentation forms come out as plain letters, so that wordings match however they are set.
    const { items } = await page.getTextContent({ disableNormalization: false });
    const runs = textRuns(
      items.filter((item) => 'str' in item),
      transform,
    );
    const isImage = runs.length === 0 && pictureArea(await page.getOperatorList()) >= SMALLEST_PICTURE;
    return { number: page.pageNumber, width, height, runs, isImage };
  }
}
