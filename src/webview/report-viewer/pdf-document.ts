import {
  getDocument,
  PasswordResponses,
  VerbosityLevel,
  type PDFDocumentProxy,
  type PDFWorker,
} from 'pdfjs-dist';
import { RequestError } from '../channel.ts';
import type { FileVersion } from '../protocol.ts';
import { FileChanged, hasPdfHeader, problemOfFailure, ReportProblem } from './problem.ts';
import { RangeTransport, type HeldBytes, type ReadRange } from './range-transport.ts';
import { endsOfFile } from './ranges.ts';

/** The unit in which pdf.js asks for bytes. */
const CHUNK_BYTES = 64 * 1024;

export interface OpenOptions {
  readonly file: FileVersion;
  /** Address of the folder with pdf.js's character maps and fonts. */
  readonly assets: string;
  readonly worker: Promise<PDFWorker>;
  readonly read: ReadRange;
  /** Asks the reader; null when they give up. */
  readonly askPassword: (rejected: boolean) => Promise<string | null>;
  /** Told when bytes that are needed later can't be read any more. */
  readonly onReadFailure: (problem: ReportProblem | FileChanged) => void;
}

/**
 * Opens a report, reading no more of it than pdf.js needs for its first page. Rejects with a
 * `ReportProblem` or `FileChanged`.
 */
export async function openPdf(options: OpenOptions): Promise<PDFDocumentProxy> {
  const { file, assets, read, onReadFailure } = options;
  if (file.size === 0) throw new ReportProblem('empty', 'the file has 0 bytes');
  const held = await readEnds(file.size, read);
  const head = held[0]?.bytes ?? new Uint8Array();
  let failNow: OpenOptions['onReadFailure'] = onReadFailure;
  const failed = new Promise<never>((_, reject) => {
    failNow = reject;
  });
  const range = new RangeTransport(file.size, {
    read,
    held,
    onFailure: (error) => {
      failNow(toProblem(error, head));
    },
  });
  const task = getDocument({
    range,
    rangeChunkSize: CHUNK_BYTES,
    disableAutoFetch: true,
    disableStream: true,
    worker: await options.worker,
    useWorkerFetch: false,
    useWasm: false,
    isEvalSupported: false,
    enableXfa: false,
    cMapUrl: `${assets}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${assets}/standard_fonts/`,
    verbosity: VerbosityLevel.ERRORS,
  });
  task.onPassword = (answer: (password: string | Error) => void, reason: number) => {
    void options.askPassword(reason === PasswordResponses.INCORRECT_PASSWORD).then(
      (password) => {
        answer(password ?? new ReportProblem('locked', 'no password was given'));
      },
      (error: unknown) => {
        answer(toProblem(error, head));
      },
    );
  };
  try {
    const document = await Promise.race([task.promise.then(withFirstPage), failed]);
    failNow = onReadFailure;
    return document;
  } catch (error) {
    await task.destroy();
    throw toProblem(error, head);
  }
}

/**
 * The viewer needs the first page before it can show any, and has no way to tell that there is none. Once it is here
 * the viewer is ready without a pause, in which a reader would find no pages to go to.
 */
async function withFirstPage(document: PDFDocumentProxy): Promise<PDFDocumentProxy> {
  await document.getPage(1);
  return document;
}

/** Reads both ends of the file at once, which saves a PDF the way there and back for each. */
async function readEnds(size: number, read: ReadRange): Promise<HeldBytes[]> {
  const { signal } = new AbortController();
  try {
    return await Promise.all(
      endsOfFile(size, CHUNK_BYTES).map(async (range) => ({ ...range, bytes: await read(range, signal) })),
    );
  } catch (error) {
    throw toProblem(error, null);
  }
}

/** @param head the file's first bytes; null when they could not be read. */
function toProblem(error: unknown, head: Uint8Array | null): ReportProblem | FileChanged {
  if (error instanceof ReportProblem || error instanceof FileChanged) return error;
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (error instanceof RequestError && error.failure === 'changed') return new FileChanged(detail);
  if (error instanceof RequestError) return new ReportProblem(problemOfFailure(error.failure), detail);
  if (error instanceof Error && error.name === 'PasswordException')
    return new ReportProblem('locked', detail);
  return new ReportProblem(head && !hasPdfHeader(head) ? 'not-a-pdf' : 'damaged', detail);
}
