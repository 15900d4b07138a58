import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { CalendarDate } from '../../core/calendar/calendar-date.ts';
import { HEADINGS } from '../../core/register/exchange/columns.ts';
import {
  planImport,
  type ImportedReview,
  type ImportPlan,
} from '../../core/register/exchange/plan-import.ts';
import { readVendorTable, type VendorTable } from '../../core/register/exchange/read-table.ts';
import { parseTableDate } from '../../core/register/exchange/table-dates.ts';
import { UneditableError } from '../../core/register/yaml-edit.ts';
import { CONCLUSIONS, type Conclusion } from '../../core/review/review.ts';
import { importedReview } from '../../core/summary/imported-review.ts';
import type { DraftedReview } from '../../core/summary/review-summary.ts';
import { decodeText } from '../adapters/decode-text.ts';
import { exists, writeNewFile } from '../adapters/new-file.ts';
import { parseCsv } from '../adapters/parse-csv.ts';
import { dateInWords, retold } from '../language.ts';
import type { FolderLibrary } from '../library/folder-library.ts';
import type { GeneratedTexts } from '../review-editor/generated-texts.ts';
import { editFile } from './edit-file.ts';
import { importSummary } from './import-preview.ts';
import { proposedReviewer } from './proposed-reviewer.ts';

export interface ImportSources {
  readonly texts: GeneratedTexts;
  readonly today: CalendarDate;
}

/**
 * Takes over vendors from a CSV file that the person chooses: shows the register as it would be beside the one that
 * is there, and what is left out and why; writes only after that. What a person wrote is changed where the table
 * says otherwise, and shown; reviews on file are never touched.
 */
export async function importVendors(library: FolderLibrary, { texts, today }: ImportSources): Promise<void> {
  const files = await vscode.window.showOpenDialog({
    title: t('Import Vendors from CSV'),
    openLabel: t('Import'),
    defaultUri: library.folder.uri,
    filters: { CSV: ['csv', 'txt', 'tsv'] },
  });
  const file = files?.[0];
  if (file !== undefined) await importVendorsFrom(library, file, { texts, today });
}

async function importVendorsFrom(
  library: FolderLibrary,
  file: vscode.Uri,
  { texts, today }: ImportSources,
): Promise<void> {
  const table = await readTable(file, today);
  if (table === undefined) return;
  const { folder, settings } = library;
  const register = vscode.Uri.joinPath(folder.uri, settings.register);
  const before = (await exists(register))
    ? (await vscode.workspace.openTextDocument(register)).getText()
    : '';
  const plan = await planned(before, table, settings.register);
  if (plan === undefined) return;
  const reviews = await completed(plan.reviews, folder.uri);
  if (reviews === undefined) return;
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const drafted = reviews.map((review) =>
    importedReview({ review, reviewFolder: settings.reviewFolder, table: name, today }),
  );
  const { fresh, known } = await withoutKnown(library, reviews, drafted);
  await show(
    texts,
    library,
    before,
    plan,
    importSummary({ table: name, plan, reviews: fresh, knownReviews: known }),
  );
  if (!(await confirmed(plan, fresh.length))) return;
  await write(library, register, table, before !== plan.text, fresh);
}

/** The table of a file; undefined when it isn't one of vendors, which has been said, or when nobody answers. */
async function readTable(file: vscode.Uri, today: CalendarDate): Promise<VendorTable | undefined> {
  const { rows, problems } = parseCsv(decodeText(await vscode.workspace.fs.readFile(file)));
  let table = readVendorTable(rows, today);
  if (!table.columns.includes('name')) {
    const headings = table.unknown.slice(0, 8).join(', ');
    void vscode.window.showErrorMessage(
      t('No column with the vendors’ names was found. Head it "{0}". Found: {1}', HEADINGS.name, headings),
    );
    return undefined;
  }
  if (table.ambiguousDate !== null) {
    const order = await askOrder(table.ambiguousDate);
    if (order === undefined) return undefined;
    table = readVendorTable(rows, today, order);
  }
  return { ...table, notes: [...problems, ...table.notes] };
}

/** Which of two days a date is: the table doesn't tell, so a person has to. */
async function askOrder(date: string): Promise<'day-first' | 'month-first' | undefined> {
  const item = (order: 'day-first' | 'month-first') => {
    const read = parseTableDate(date, order);
    return { label: 'date' in read ? dateInWords(read.date) : date, order };
  };
  const picked = await vscode.window.showQuickPick([item('day-first'), item('month-first')], {
    title: t('Import Vendors from CSV'),
    placeHolder: t('Which day does {0} mean in this file?', date),
    ignoreFocusOut: true,
  });
  return picked?.order;
}

async function planned(before: string, table: VendorTable, path: string): Promise<ImportPlan | undefined> {
  try {
    return planImport(before, table);
  } catch (error) {
    if (!(error instanceof UneditableError)) throw error;
    await vscode.window.showErrorMessage(`${path}: ${retold(error.message)}`);
    return undefined;
  }
}

/** What the table leaves open of its reviews, as a person says it once for all; undefined when nobody answers. */
async function completed(
  reviews: readonly ImportedReview[],
  folder: vscode.Uri,
): Promise<readonly ImportedReview[] | undefined> {
  const title = t('Import Vendors from CSV');
  const isOpen = (key: 'reviewer' | 'conclusion'): number =>
    reviews.filter((one) => one[key] === null).length;
  let reviewer: string | undefined = '';
  let conclusion: Conclusion | null = null;
  if (isOpen('reviewer') > 0) {
    reviewer = await vscode.window.showInputBox({
      title,
      prompt: t(
        '{0} reviews come without a reviewer. Who reviewed? Leave it empty to keep them as drafts.',
        isOpen('reviewer'),
      ),
      value: (await proposedReviewer(folder)) ?? '',
      ignoreFocusOut: true,
    });
    if (reviewer === undefined) return undefined;
  }
  if (isOpen('conclusion') > 0) {
    const picked = await vscode.window.showQuickPick(
      [
        { label: t('Leave it open: they stay drafts until somebody concludes'), conclusion: null },
        ...CONCLUSIONS.map((one) => ({ label: one, conclusion: one })),
      ],
      {
        title,
        placeHolder: t('{0} reviews come without a conclusion. What was concluded?', isOpen('conclusion')),
        ignoreFocusOut: true,
      },
    );
    if (picked === undefined) return undefined;
    conclusion = picked.conclusion;
  }
  const named = reviewer.trim() || null;
  return reviews.map((review) => ({
    ...review,
    reviewer: review.reviewer ?? named,
    conclusion: review.conclusion ?? conclusion,
  }));
}

/** Reviews that are on file, as the same file or as a review of the same vendor on the same day, are left alone. */
async function withoutKnown(
  { folder, snapshot }: FolderLibrary,
  reviews: readonly ImportedReview[],
  drafted: readonly DraftedReview[],
): Promise<{ readonly fresh: readonly DraftedReview[]; readonly known: readonly string[] }> {
  const fresh: DraftedReview[] = [];
  const known: string[] = [];
  for (const [index, draft] of drafted.entries()) {
    const review = reviews[index];
    const dossier = snapshot.dossiers.find((one) => one.registered?.name === review?.vendor);
    const same = dossier?.reviews.find(({ record }) => record?.reviewed === review?.reviewed);
    const isThere = fresh.some(({ path }) => path === draft.path);
    if (same !== undefined) known.push(same.path);
    else if (isThere || (await exists(vscode.Uri.joinPath(folder.uri, draft.path)))) known.push(draft.path);
    else fresh.push(draft);
  }
  return { fresh, known };
}

/** The register as it is beside the one that it would be, and the summary in front of it. */
async function show(
  texts: GeneratedTexts,
  { folder, settings }: FolderLibrary,
  before: string,
  plan: ImportPlan,
  summary: string,
): Promise<void> {
  const old = texts.put(folder.uri, `import/before/${settings.register}`, before);
  const next = texts.put(folder.uri, `import/after/${settings.register}`, plan.text);
  await texts.show(folder.uri, 'import/summary.txt', summary);
  const title = t('{0}: what the import changes', settings.register);
  await vscode.commands.executeCommand('vscode.diff', old, next, title, {
    preview: false,
    viewColumn: vscode.ViewColumn.Beside,
  });
}

async function confirmed({ added, changed }: ImportPlan, reviews: number): Promise<boolean> {
  const write = t('Import');
  const picked = await vscode.window.showQuickPick(
    [
      {
        label: write,
        description: t(
          'new vendors: {0} · changed: {1} · reviews: {2}',
          added.length,
          changed.length,
          reviews,
        ),
      },
      { label: t('Cancel'), description: t('nothing is written') },
    ],
    {
      title: t('Import Vendors from CSV'),
      placeHolder: t('Look at the editors behind this list. Import it like that?'),
      ignoreFocusOut: true,
    },
  );
  return picked?.label === write;
}

async function write(
  { folder, settings }: FolderLibrary,
  register: vscode.Uri,
  table: VendorTable,
  changesRegister: boolean,
  reviews: readonly DraftedReview[],
): Promise<void> {
  if (changesRegister) {
    await writeNewFile(register, new Uint8Array());
    // Planned anew on what stands there now, so that nothing that was typed meanwhile is lost.
    const isWritten = await editFile(register, settings.register, (text) => planImport(text, table).text);
    if (!isWritten) return;
  }
  for (const { path, text } of reviews) {
    await writeNewFile(vscode.Uri.joinPath(folder.uri, path), new TextEncoder().encode(text));
  }
  const document = await vscode.workspace.openTextDocument(register);
  await vscode.window.showTextDocument(document, { preview: false });
}
