import PDFDocument from 'pdfkit';

/** What a page of a plain report says, so that a test can tell where it is. */
export const pageHeading = (page: number): string => `Section ${page} of the description`;

/**
 * A PDF of numbered pages, every seventh of them in landscape, with an outline, a link out of it on page 1 and one
 * to page 3.
 * @param edition stands on every page.
 */
export async function plainReport(pages: number, edition = 'first edition'): Promise<Uint8Array> {
  const doc = new PDFDocument({ autoFirstPage: false });
  const chunks: Uint8Array[] = [];
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise((resolve) => doc.on('end', resolve));
  for (let page = 1; page <= pages; page++) {
    doc.addPage({ layout: page % 7 === 0 ? 'landscape' : 'portrait' });
    doc.fontSize(18).text(pageHeading(page)).fontSize(10).text(edition);
    for (let line = 1; line <= 25; line++)
      doc.text(`Page ${page}, line ${line}: complementary user entity control ${page * 100 + line}.`);
    if (page === 1) {
      doc.text('The vendor’s site', { link: 'https://vendor.example/trust', underline: true });
      doc.text('Go to page 3', { goTo: 'third', underline: true });
    }
    if (page === 3) doc.addNamedDestination('third');
    if (page % 5 === 1) doc.outline.addItem(`Chapter from page ${page}`);
  }
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}
