import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { crc32, deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { seededRandom, type Random } from '../fixtures/random.ts';

/** Width and height of the picture on each page, in pixels: of about 50 kB, since noise can't be compressed. */
const SIDE = 128;

/** Writes a report of so many pages of text, each with a picture of its own: about 50 MB per 1,000 pages. */
export async function writeHeavyReport(file: string, pages: number): Promise<void> {
  const doc = new PDFDocument({ autoFirstPage: false, compress: false });
  const out = createWriteStream(file);
  doc.pipe(out);
  const random = seededRandom(String(pages));
  for (let page = 1; page <= pages; page++) {
    doc.addPage();
    doc.fontSize(16).text(`Section ${page} of the description`).fontSize(10);
    for (let line = 1; line <= 25; line++)
      doc.text(`Page ${page}, line ${line}: complementary user entity control ${page * 100 + line}.`);
    doc.image(noise(random), { width: 160 });
    // Otherwise two thousand pages wait in memory.
    if (page % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  doc.end();
  await finished(out);
}

/** A PNG of random pixels. */
function noise(random: Random): Buffer {
  const row = 1 + SIDE * 3;
  const pixels = Buffer.alloc(row * SIDE);
  for (let at = 0; at < pixels.length; at++) pixels[at] = at % row === 0 ? 0 : random.int(0, 255);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE, 0);
  header.writeUInt32BE(SIDE, 4);
  // 8 bits per channel, red, green and blue.
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
