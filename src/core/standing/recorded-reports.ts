import { byPath } from '../library/order.ts';
import type { Language } from '../language/language.ts';
import { emptyReading } from '../report/reading.ts';
import { parseExpectedReport, reportInWords } from '../register/expected-report.ts';
import type { Policy } from '../register/register.ts';
import type { DatedReport, VendorOnDay } from './on-day.ts';
import { newestFirst } from './on-day.ts';
import type { Reason } from './standing.ts';

/** A report that isn't in the folder, as a completed review that is bound to it by hash has it. */
function recordedReports({ reports, reviews }: VendorOnDay): DatedReport[] {
  const recorded = new Map<string, DatedReport>();
  for (const { file, record, document } of reviews) {
    const { sha256, periodStart: start, periodEnd: end } = record;
    const report = parseExpectedReport(record.kind ?? '');
    if (document !== null || sha256 === null || end === null || report === undefined) continue;
    // Of a report that was issued once more, the PDF that is here tells more than what was said of the other.
    if (reports.some((one) => one.kind === report.kind && one.end === end)) continue;
    const { kind, type } = report;
    const inReview = { path: file.path, sha256, bytes: 0, reading: emptyReading(kind, null) };
    recorded.set(sha256, { document: inReview, kind, type, system: null, start, end });
  }
  return [...recorded.values()].sort((a, b) => byPath(a.document, b.document));
}

/**
 * The reports that speak for a vendor on a day. Where the register says that reports are kept elsewhere, those also
 * that only completed reviews know: people signed for their kind and period, and for their bytes. Everywhere else a
 * PDF that isn't here is missing, whatever was signed.
 */
export const heldReports = (onDay: VendorOnDay, policy: Policy): readonly DatedReport[] =>
  policy.reportsElsewhere ? [...onDay.reports, ...recordedReports(onDay)].sort(newestFirst) : onDay.reports;

/** Says of which reports nothing but a review is here, and how to say that it is meant so. */
export function elsewhereReasons(onDay: VendorOnDay, policy: Policy, language: Language): Reason[] {
  const [newest, ...others] = [...recordedReports(onDay)].sort(newestFirst);
  if (newest === undefined) return [];
  const files = [newest, ...others].map(({ document }) => document.path);
  const report = reportInWords(newest.kind, newest.type);
  const known = language.say(
    'The PDF of the {0} is not in this folder; {1} has its path, its period and its hash.',
    report,
    newest.document.path,
  );
  const text = language.say('report kept elsewhere');
  if (policy.reportsElsewhere)
    return [{ code: 'report-elsewhere', verdict: 'current', text, detail: known, files }];
  if (onDay.reports.length > 0) return [];
  const rule = language.say(
    'If reports are kept elsewhere on purpose, say so in the register: policy: reportsElsewhere: true.',
  );
  const missing = language.say('reviewed report not here');
  return [
    { code: 'report-elsewhere', verdict: 'attention', text: missing, detail: `${known} ${rule}`, files },
  ];
}
