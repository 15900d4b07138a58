import type { DocumentReading } from '../../core/report/reading.ts';
import type { KnownAboutReport } from '../../webview/protocol.ts';

/** What the index can tell the viewer: the recognised sections, and the printed numbers of pages with evidence. */
export function knownAboutReport(reading: DocumentReading): KnownAboutReport {
  const printedPages: (string | null)[] = Array.from({ length: reading.pages }, () => null);
  const { bridge } = reading;
  const facts = [
    ...[reading.type, reading.standard, reading.vendor, reading.system, reading.auditor, reading.reportDate],
    ...[reading.periodStart, reading.periodEnd, reading.asOfDate, reading.opinion, reading.opinionMatter],
    ...[reading.subserviceMethod, bridge?.from, bridge?.through, bridge?.reportPeriodEnd],
    ...[
      reading.vendorAliases,
      reading.categories,
      reading.subserviceOrganizations,
      reading.facilities,
    ].flat(),
  ];
  for (const fact of facts) {
    if (fact && fact.printedPage !== null && fact.page <= reading.pages) {
      printedPages[fact.page - 1] = fact.printedPage;
    }
  }
  return {
    printedPages,
    sections: reading.sections.map(({ title, firstPage }) => ({ title, page: firstPage })),
  };
}
