import { emptyReading, isReport, SECTION_KINDS, type DocumentReading, type SectionSpan } from './reading.ts';
import type { PageSource, PageText } from './page-text.ts';
import { readAuditor } from './fields/auditor.ts';
import { readBridgeLetter } from './fields/bridge-letter.ts';
import { readKind } from './fields/kind.ts';
import { readTime } from './fields/period.ts';
import { readReportDate } from './fields/report-date.ts';
import { readStandard } from './fields/standard.ts';
import { readSystem } from './fields/system.ts';
import { readType } from './fields/type.ts';
import { readVendor } from './fields/vendor.ts';
import { DocumentView } from './view/document-view.ts';

/**
 * How deep to read. `facts` reads the pages on which kind, vendor, type and period stand, and leaves the lists
 * that need every page empty; `full` reads every page.
 */
export type ReadingDepth = 'facts' | 'full';

/** Raised whenever the same pages would be read differently, so that caches read again. */
export const READER_VERSION = 2;

/** Reads one report from its pages. Deterministic: the same pages give the same reading. */
export async function readReport(source: PageSource, depth: ReadingDepth): Promise<DocumentReading> {
  const pages: PageText[] = [];
  const wanted = depth === 'facts' ? Math.min(source.pageCount, 12) : source.pageCount;
  for (let number = 1; number <= wanted; number++) pages.push(await source.page(number));
  return readView(new DocumentView(pages, source.pageCount));
}

function readView(view: DocumentView): DocumentReading {
  const imagePages = view.pages.filter(({ isImage }) => isImage).map(({ number }) => number);
  const { kind, reason } = readKind(view);
  const base = { ...emptyReading(kind, reason, view.pageCount), imagePages };
  if (kind === 'bridge-letter') {
    const { vendor, aliases } = readVendor(view, null);
    return { ...base, vendor, vendorAliases: aliases, bridge: readBridgeLetter(view) };
  }
  if (!isReport(base)) return base;
  const auditor = readAuditor(view);
  const type = readType(view);
  const time = readTime(view, type.fact?.value === 1);
  const { vendor, aliases } = readVendor(view, auditor?.value ?? null);
  const end = time.periodEnd?.value ?? time.asOfDate?.value ?? null;
  return {
    ...base,
    type: kind === 'soc3' ? null : type.fact,
    standard: readStandard(view),
    vendor,
    vendorAliases: aliases,
    system: readSystem(view),
    auditor,
    reportDate: readReportDate(view, end),
    periodStart: time.periodStart,
    periodEnd: time.periodEnd,
    asOfDate: time.asOfDate,
    bridge: view.has('bridge-letter') ? readBridgeLetter(view) : null,
    sections: sectionsOf(view),
    warnings: [...type.warnings, ...time.warnings],
  };
}

function sectionsOf(view: DocumentView): SectionSpan[] {
  return view.parts.flatMap(({ kind, title, firstPage, lastPage }) =>
    (SECTION_KINDS as readonly string[]).includes(kind)
      ? [{ kind: kind as SectionSpan['kind'], title, firstPage, lastPage }]
      : [],
  );
}
