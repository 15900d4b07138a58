import type { CalendarDate } from '../../core/calendar/calendar-date.ts';
import type { ReportEditor } from '../report-editor/report-editor.ts';
import { earlierReport } from './earlier-report.ts';
import { fileIn } from './files.ts';
import type { PickedReport } from './pick-report.ts';

/** Shows a report beside the one before it of the same service, the older one at the left. */
export async function showTwoReports(
  report: PickedReport,
  editor: ReportEditor,
  today: CalendarDate,
): Promise<void> {
  const before = earlierReport(report, today);
  if (before === null) return;
  const { folder, document } = report;
  await editor.openPair(
    { file: fileIn(folder, before.path), reading: before.reading },
    { file: fileIn(folder, document.path), reading: document.reading },
  );
}
