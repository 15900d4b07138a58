import { t } from '@vscode/l10n';
import type { VendorDossier } from '../../core/library/snapshot.ts';
import type { StatusBoard } from '../library/status-board.ts';
import type { ReportEditor } from '../report-editor/report-editor.ts';
import type { TreeNode } from '../tree/node.ts';
import { pickReport } from './pick-report.ts';
import { fileIn } from './files.ts';
import type { Handlers } from './register-commands.ts';

/** Commands that show reports. */
export const reportCommands = (board: StatusBoard, editor: ReportEditor): Pick<Handlers, 'openReport'> => ({
  openReport: async (row) => {
    const report =
      row === undefined ? await pickReport(board.whenKnown(), everything, t('Open Report')) : reportOf(row);
    if (report === undefined) return;
    await editor.open(fileIn(report.folder, report.document.path), passageOf(row));
  },
});

const everything = ({ reports, bridgeLetters }: VendorDossier) => [...reports, ...bridgeLetters];

/** Where in the report a row's words stand; null for the report as a whole. */
const passageOf = (row: TreeNode | undefined) =>
  row?.subject.is === 'detail' && row.subject.passage !== null
    ? { page: row.subject.passage.page, quote: row.subject.passage.quote }
    : null;

/** The file of a row, and of a vendor's row its newest report. */
function reportOf({ subject }: TreeNode) {
  if (subject.is === 'document') return subject;
  if (subject.is === 'detail' && subject.passage !== null) {
    return { folder: subject.folder, document: { path: subject.passage.path } };
  }
  if (subject.is !== 'vendor') return undefined;
  const [document] = subject.vendor.dossier.reports;
  return document && { folder: subject.folder, document };
}
