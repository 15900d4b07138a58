import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { documentStandingOn } from '../../core/standing/document-standing.ts';
import { portfolioOn } from '../../core/standing/portfolio.ts';
import { calendarFile, dueDates } from '../../core/summary/due-dates.ts';
import { subserviceCsv, subserviceMarkdown, subserviceView } from '../../core/summary/subservice-view.ts';
import { ledgerCsv, ledgerMarkdown, userControlLedger } from '../../core/summary/user-control-ledger.ts';
import { replaceFile } from '../adapters/new-file.ts';
import type { FolderLibrary } from '../library/folder-library.ts';
import type { Libraries } from '../library/libraries.ts';
import { reviewNotes } from '../library/review-notes.ts';
import type { StatusDate } from '../library/status-date.ts';
import type { GeneratedTexts } from '../review-editor/generated-texts.ts';
import { pickLibrary } from './pick-library.ts';
import type { Handlers } from './register-commands.ts';
import { exportAuditPack, writePortfolio } from './write-portfolio.ts';

export interface SummaryCommandSources {
  readonly libraries: Libraries;
  readonly date: StatusDate;
  readonly texts: GeneratedTexts;
}

/** Commands that write or show something about all vendors. */
export function summaryCommands({
  libraries,
  date,
  texts,
}: SummaryCommandSources): Pick<
  Handlers,
  | 'writePortfolio'
  | 'exportAuditPack'
  | 'exportDueDates'
  | 'showUserControls'
  | 'showSubserviceOrganizations'
  | 'exportUserControls'
  | 'exportSubserviceOrganizations'
> {
  /** The library that is meant, read to its end: half a list is none. */
  const withLibrary =
    (title: string, work: (library: FolderLibrary) => Promise<void>) => async (): Promise<void> => {
      const library = await pickLibrary(libraries, title);
      if (library === undefined) return;
      await libraries.whenIndexed();
      await work(library);
    };
  const ledgerOf = async ({ folder, snapshot }: FolderLibrary) =>
    userControlLedger(snapshot, date.today, await reviewNotes(folder.uri, snapshot));
  return {
    writePortfolio: withLibrary(t('Write Portfolio Summary'), (library) => writePortfolio(library, date)),
    exportAuditPack: withLibrary(t('Export Audit Pack'), (library) => exportAuditPack(library, date)),
    exportDueDates: withLibrary(t('Export Due Dates'), (library) => exportDueDates(library, date)),
    showUserControls: withLibrary(t('Show User Controls'), async (library) => {
      await texts.show(library.folder.uri, 'user-controls.md', ledgerMarkdown(await ledgerOf(library)));
    }),
    showSubserviceOrganizations: withLibrary(t('Show Subservice Organizations'), async (library) => {
      const entries = subserviceView(library.snapshot, date.today);
      await texts.show(library.folder.uri, 'subservice-organizations.md', subserviceMarkdown(entries));
    }),
    exportUserControls: withLibrary(t('Export User Controls to CSV'), async (library) => {
      await saveAs(library, 'user-controls.csv', { CSV: ['csv'] }, ledgerCsv(await ledgerOf(library)));
    }),
    exportSubserviceOrganizations: withLibrary(
      t('Export Subservice Organizations to CSV'),
      async (library) => {
        const table = subserviceCsv(subserviceView(library.snapshot, date.today));
        await saveAs(library, 'subservice-organizations.csv', { CSV: ['csv'] }, table);
      },
    ),
  };
}

/** Writes what is due as a calendar file that the person chooses. */
async function exportDueDates(library: FolderLibrary, { today }: StatusDate): Promise<void> {
  const { snapshot } = library;
  const { documents, policy } = snapshot.register;
  const own = documents.map((document) => ({
    document,
    standing: documentStandingOn(document, today, policy),
  }));
  const text = calendarFile(dueDates(portfolioOn(snapshot, today), own), today);
  await saveAs(library, 'soc-review-due-dates.ics', { [t('Calendar')]: ['ics'] }, text);
}

/** Writes a text to a file that the person chooses; the dialog asks before it replaces one. */
async function saveAs(
  { folder }: FolderLibrary,
  name: string,
  filters: Record<string, string[]>,
  text: string,
): Promise<void> {
  const defaultUri = vscode.Uri.joinPath(folder.uri, name);
  const file = await vscode.window.showSaveDialog({ defaultUri, filters });
  if (file === undefined) return;
  try {
    await replaceFile(file, new TextEncoder().encode(text));
  } catch {
    void vscode.window.showErrorMessage(
      t('{0} could not be written. Is the folder read-only?', vscode.workspace.asRelativePath(file)),
    );
  }
}
