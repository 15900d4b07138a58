import { Buffer } from 'node:buffer';
import PDFDocument from 'pdfkit';

type Draw = (document: PDFKit.PDFDocument) => void;

/** Bytes in a buffer of their own, as the reader takes them away. */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'latin1'));

/** A PDF drawn with pdfkit; pages are US Letter unless the options say otherwise. */
export function drawPdf(
  draw: Draw,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const document = new PDFDocument({ size: 'LETTER', ...options });
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => {
      resolve(new Uint8Array(Buffer.concat(chunks)));
    });
    document.on('error', reject);
    draw(document);
    document.end();
  });
}

/**
 * A PDF written by hand: object 1 is the catalogue, object 2 the page tree.
 *
 * @param bodies the objects from number 1 on, each without its `obj` and `endobj`
 */
export function writePdf(bodies: readonly string[]): Uint8Array<ArrayBuffer> {
  let file = '%PDF-1.7\n';
  const offsets = bodies.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = bodies.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return bytesOf(file);
}

/** A stream object's body. */
export const stream = (content: string, dictionary = ''): string =>
  `<< /Length ${content.length} ${dictionary} >>\nstream\n${content}\nendstream`;

/**
 * A hand-written PDF of one page.
 *
 * @param page further entries of the page, and `resources`, `content` as PDF source
 * @param others objects from number 5 on
 */
export const onePage = (
  { resources = '', content, page = '' }: { resources?: string; content: string; page?: string },
  others: readonly string[] = [],
): Uint8Array<ArrayBuffer> =>
  writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << ${resources} >> ${page} >>`,
    stream(content),
    ...others,
  ]);
