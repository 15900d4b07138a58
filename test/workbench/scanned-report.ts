import { drawPdf } from '../fixtures/zoo/make-pdf.ts';

/** A SOC 2 report whose letter of the auditor, on pages 2 and 3, is a picture: there is no text on those pages. */
export const scannedReport = (): Promise<Uint8Array<ArrayBuffer>> =>
  drawPdf((doc) => {
    doc.fontSize(11);
    doc.text('Brindle Cloud, Inc.').text('SOC 2 Type 2 Report').text('January 1, 2024 to December 31, 2024');
    for (const signature of [0, 1]) {
      doc.addPage();
      for (let line = 0; line < 20; line++)
        doc.rect(72, 90 + 24 * line, 300 + ((line * 37) % 140), 6).fill('#777');
      doc.circle(140, 640 + 20 * signature, 24).stroke('#224');
    }
    doc.addPage().fillColor('#000').text("Management's Assertion");
    doc.text(
      'We have prepared the description of the Hosting System. We, as management of Brindle Cloud, Inc., confirm that ' +
        'the control criteria were met throughout the period January 1, 2024 to December 31, 2024.',
    );
    doc.addPage().text('Section III').text('Description of the System').text('Brindle hosts.');
  });
