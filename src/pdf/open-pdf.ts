import './platform.ts';
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { PDFParse, PasswordException, VerbosityLevel } from 'pdf-parse';
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.d.ts';
import { CMapFiles, NoFiles } from './pdf-files.ts';

export interface PdfAccess {
  /** Tried only when the PDF doesn't open without one. */
  readonly password?: string | undefined;
  /** The folder of pdf.js's character maps, its path with a closing slash; null: East Asian text may be missing. */
  readonly cMapFolder: URL | null;
}

/** An opened PDF, until `close`. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  close(): Promise<void>;
}

/** The PDF is encrypted, and the password is missing or wrong. */
export class PasswordNeeded extends Error {
  override readonly name = 'PasswordNeeded';
  readonly problem: 'missing' | 'wrong';

  constructor(problem: 'missing' | 'wrong', cause: Error) {
    super(`password ${problem}`, { cause });
    this.problem = problem;
  }
}

/**
 * What costs time or trust and text doesn't need is off: evaluated code, XFA forms, fonts handed to a browser,
 * pictures. Every choice that pdf.js would make by guessing its surroundings is made here, so that a
 * worker thread of Node and one of Electron read the same.
 */
const TEXT_ONLY = {
  verbosity: VerbosityLevel.ERRORS,
  isEvalSupported: false,
  enableXfa: false,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  useWasm: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  maxImageSize: 0,
  CMapReaderFactory: CMapFiles,
  StandardFontDataFactory: NoFiles,
  WasmFactory: NoFiles,
};

/** pdf-parse's public methods give text without positions; the document that it opens has them. */
interface WithDocument {
  load(): Promise<PDFDocumentProxy>;
}

/**
 * Opens a PDF, and takes its bytes away from the caller. A PDF that is encrypted with an empty password opens
 * like any other.
 *
 * @throws PasswordNeeded, or what pdf-parse says of a file that it can't make sense of.
 */
export async function openPdf(
  bytes: Uint8Array<ArrayBuffer>,
  { password, cMapFolder }: PdfAccess,
): Promise<OpenPdf> {
  const options = { ...TEXT_ONLY, cMapUrl: cMapFolder?.href };
  // pdf.js refuses a file of an empty password when it is given another one, so the password comes second.
  const second = password === undefined ? null : bytes.slice();
  try {
    return await load(new PDFParse({ ...options, data: bytes }));
  } catch (error) {
    if (!(error instanceof PasswordException)) throw error;
    if (second === null) throw new PasswordNeeded('missing', error);
  }
  try {
    return await load(new PDFParse({ ...options, data: second, password }));
  } catch (error) {
    throw error instanceof PasswordException ? new PasswordNeeded('wrong', error) : error;
  }
}

async function load(parser: PDFParse): Promise<OpenPdf> {
  const document = await (parser as unknown as WithDocument).load();
  return { document, close: () => parser.destroy() };
}
