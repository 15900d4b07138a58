import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.d.ts';
import type { PageSource, PageText } from '../core/report/page-text.ts';
import { noticingDamage } from './damage.ts';
import { openPdf, type OpenPdf, type PdfAccess } from './open-pdf.ts';
import { PackedPage } from './packed-page.ts';
import { pictureArea } from './picture-area.ts';
import { textRuns } from './text-runs.ts';

/** Of all pictures of a page together, in square points: a square inch. Less is a bullet or a spacer. */
const SMALLEST_PICTURE = 72 * 72;

/** The pages of a PDF, each read when it is asked for and forgotten after. */
export class PdfPages implements PageSource {
  readonly pageCount: number;
  #pdf: OpenPdf | undefined;

  private constructor(pdf: OpenPdf) {
    const { numPages } = pdf.document;
    if (numPages < 0) throw new Error('The PDF counts fewer pages than none.');
    this.#pdf = pdf;
    this.pageCount = numPages;
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
    const pages = await PdfPages.#open(bytes, access);
    try {
      return await use(pages);
    } finally {
      await pages.close();
    }
  }

  static async #open(bytes: Uint8Array<ArrayBuffer>, access: PdfAccess): Promise<PdfPages> {
    const pdf = await openPdf(bytes, access);
    try {
      return new PdfPages(pdf);
    } catch (error) {
      await pdf.close();
      throw error;
    }
  }

  /** Lets go of the file and of what pdf.js keeps of it. */
  async close(): Promise<void> {
    const pdf = this.#pdf;
    this.#pdf = undefined;
    await pdf?.close();
  }

  /** The file's bytes. Nothing else can be asked for when they are changed or moved. */
  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    if (this.#pdf === undefined) throw new Error('The PDF is closed.');
    return (await this.#pdf.document.getData()) as Uint8Array<ArrayBuffer>;
  }

  async page(number: number): Promise<PageText> {
    if (this.#pdf === undefined) throw new Error('The PDF is closed.');
    const page = await this.#pdf.document.getPage(number);
    try {
      const { result, isDamaged } = await noticingDamage(() => this.#read(page));
      return new PackedPage({ ...result, isDamaged });
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
