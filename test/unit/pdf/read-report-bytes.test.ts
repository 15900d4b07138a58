import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DocumentReading } from '../../../src/core/report/reading.ts';
import type { PageSource } from '../../../src/core/report/page-text.ts';
import type { ReadingDepth } from '../../../src/core/report/read-report.ts';
import { readPages, readReportBytes } from '../../../src/pdf/read-report-bytes.ts';
import { bytesOf, drawPdf, onePage, stream, writePdf } from '../../fixtures/zoo/make-pdf.ts';

const read = (bytes: Uint8Array<ArrayBuffer>, password?: string): Promise<DocumentReading> =>
  readReportBytes(bytes, { depth: 'full', password, cMapFolder: null });

const threePages = (options: PDFKit.PDFDocumentOptions = {}): Promise<Uint8Array<ArrayBuffer>> =>
  drawPdf((document) => document.text('One').addPage().text('Two').addPage().text('Three'), options);

/** A page of text, listed so many times. */
const samePage = (count: number): Uint8Array<ArrayBuffer> =>
  writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${'3 0 R '.repeat(count)}] /Count ${count} >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>',
    stream('BT /F 12 Tf 72 720 Td (Page) Tj ET'),
  ]);

const isRead = ({ kind, pages }: DocumentReading): boolean => kind !== 'unreadable' && pages === 3;

describe('a file that is no PDF', () => {
  const files: readonly (readonly [string, string, RegExp])[] = [
    ['nothing', '', /empty.*Fetch it again/],
    ['a web page', '<!DOCTYPE html><html><title>Sign in</title>', /web page \(HTML\).*log-in page/],
    ['a web page after blanks and a mark', '\xEF\xBB\xBF \n<html lang="en">', /web page/],
    ['a Git LFS pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\n', /git lfs pull/],
    ['an Office document', 'PK\x03\x04\x14\0', /ZIP archive or an Office document/],
    ['an old Office document', '\xD0\xCF\x11\xE0\xA1\xB1', /Office document/],
    ['a picture', '\x89PNG\r\n', /picture/],
    ['an e-mail', 'Received: from mail.example.com', /e-mail/],
    ['an XML error of a file store', '<?xml version="1.0"?><Error>AccessDenied</Error>', /XML/],
    ['zeros', '\0'.repeat(4096), /zeros/],
    ['anything', 'Dear all, please find the report attached.', /Fetch it again/],
  ];
  for (const [what, text, reason] of files) {
    it(`is listed with the reason: ${what}`, async () => {
      const reading = await read(bytesOf(text));
      assert.deepEqual([reading.kind, reading.pages], ['unreadable', 0]);
      assert.match(reading.reason ?? '', reason);
    });
  }
});

describe('an encrypted PDF', () => {
  for (const pdfVersion of ['1.3', '1.4', '1.7', '1.7ext3'] as const) {
    it(`is read like any other when its user password is empty (PDF ${pdfVersion})`, async () => {
      assert.ok(isRead(await read(await threePages({ ownerPassword: 'owner', pdfVersion }))));
    });

    it(`asks for a password, refuses a wrong one and takes either right one (PDF ${pdfVersion})`, async () => {
      const make = () => threePages({ userPassword: 'user', ownerPassword: 'owner', pdfVersion });
      assert.match((await read(await make())).reason ?? '', /^Password required/);
      assert.match((await read(await make(), 'guess')).reason ?? '', /^Wrong password/);
      assert.ok(isRead(await read(await make(), 'user')));
      assert.ok(isRead(await read(await make(), 'owner')));
    });
  }

  it('is read when a password is given that it does not need', async () => {
    assert.ok(isRead(await read(await threePages({ ownerPassword: 'owner' }), 'other')));
    assert.ok(isRead(await read(await threePages(), 'other')));
  });

  it('is told apart when its encryption is unknown', async () => {
    const bytes = bytesOf(
      Buffer.from(writePdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']))
        .toString('latin1')
        .replace('/Root 1 0 R', '/Root 1 0 R /Encrypt << /Filter /Acme.Vault /V 9 >> /ID [<00> <00>]'),
    );
    assert.match((await read(bytes)).reason ?? '', /encrypted in a way that this program does not know/);
  });
});

describe('a damaged PDF', () => {
  it('is listed with the reason, or read as far as it goes, wherever it is cut off', async () => {
    const whole = await threePages();
    for (let tenth = 0; tenth < 10; tenth++) {
      const reading = await read(whole.slice(0, Math.floor((whole.length * tenth) / 10)));
      if (reading.kind === 'unreadable') assert.match(reading.reason ?? '', /Fetch it again/);
      else assert.ok(reading.pages <= 3);
    }
  });

  it('is listed with the reason when nothing but its header is right', async () => {
    assert.match((await read(bytesOf(`%PDF-1.7\n${'garbage '.repeat(500)}`))).reason ?? '', /damaged/);
  });

  it('is read although its cross-reference table is broken', async () => {
    const text = Buffer.from(onePage({ content: '' })).toString('latin1');
    const reading = await read(bytesOf(text.replace(/\d{10} 00000 n/g, '9999999999 00000 n')));
    assert.equal(reading.pages, 1);
  });

  it('ends although its page tree runs in a circle', async () => {
    const reading = await read(
      writePdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 1 >>']),
    );
    assert.equal(reading.kind, 'unreadable');
  });
});

describe('a PDF with pages that can’t be read', () => {
  const pagesWithout = (broken: readonly number[]): PageSource => ({
    pageCount: 3,
    page: (number) =>
      broken.includes(number)
        ? Promise.reject(new Error('damaged'))
        : Promise.resolve({
            number,
            width: 612,
            height: 792,
            runs: [{ text: 'Text', x: 72, y: 72, width: 20, height: 10 }],
            isImage: false,
          }),
  });

  it('is read without them, and says which they are', async () => {
    const one = await readPages(pagesWithout([2]), 'full');
    assert.notEqual(one.kind, 'unreadable');
    assert.ok(one.warnings.some((warning) => warning.startsWith('Page 2 can’t be read')));
    const two = await readPages(pagesWithout([3, 1]), 'full');
    assert.ok(two.warnings.some((warning) => warning.startsWith('Pages 1, 3 can’t be read')));
  });

  it('is unreadable when no page is left', async () => {
    const none = await readPages(pagesWithout([1, 2, 3]), 'full');
    assert.deepEqual([none.kind, none.pages], ['unreadable', 3]);
    assert.match(none.reason ?? '', /none of its pages/);
  });
});

describe('the whole of a file', () => {
  it('is let go of once its last page is there, before the report is read from the pages', async () => {
    const asked: string[] = [];
    const source: PageSource = {
      pageCount: 2,
      page: (number) => {
        asked.push(`page ${number}`);
        return Promise.resolve({ number, width: 612, height: 792, runs: [], isImage: true });
      },
      close: () => {
        asked.push('close');
        return Promise.resolve();
      },
    };
    await readPages(source, 'full');
    assert.deepEqual(asked, ['page 1', 'page 2', 'close']);
  });

  it('is announced when it is long, unless only facts are looked for', async () => {
    const told = async (pages: number, depth: ReadingDepth): Promise<boolean> => {
      let isLong = false;
      const onLong = (): Promise<void> => {
        isLong = true;
        return Promise.reject(new Error('That is all there is to know.'));
      };
      await readReportBytes(samePage(pages), { depth, cMapFolder: null, onLong });
      return isLong;
    };
    assert.deepEqual(
      [await told(801, 'full'), await told(801, 'facts'), await told(80, 'full')],
      [true, false, false],
    );
  });
});
