import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { LibraryDocument } from '../../../core/library/snapshot.ts';
import type { CorrectableField } from '../../../core/register/correction.ts';
import { CORRECTABLE_FIELDS } from '../../../core/register/correction-schema.ts';
import { ENTRY_LISTS, type EntryList } from '../../../core/report/reading.ts';
import type { SelectedText } from '../../../webview/protocol.ts';
import { fieldName, listEntryName } from '../facts/words.ts';
import { askValue } from './ask-value.ts';
import { addEntry } from './decide-entry.ts';
import type { DecisionPlace } from './decide-fact.ts';
import { recordDecision } from './record-decision.ts';
import type { ReportInLibrary } from './report-in-library.ts';
import { textOfValue, valueFromText } from './value-text.ts';
import { whoDecides } from './who-decides.ts';

/** The fields that a reader can give a value to in a document of that kind. */
const fieldsOf = ({ reading }: LibraryDocument): readonly CorrectableField[] =>
  reading.kind === 'bridge-letter'
    ? ['vendor', 'reportDate', 'bridgedPeriodEnd', 'bridgeFrom', 'bridgeThrough']
    : CORRECTABLE_FIELDS.filter((field) => !field.startsWith('bridge') && !isList(field));

/** Words that are selected are one entry of a list, never all of it. */
const isList = (field: CorrectableField): boolean => ENTRY_LISTS.some((list) => list === field);

/** The lists that selected words can be added to. A letter has none. */
const listsOf = ({ reading }: LibraryDocument): readonly EntryList[] =>
  reading.kind === 'bridge-letter' ? [] : ENTRY_LISTS;

/** What a reader chooses for the selected words. */
type Use = { readonly field: CorrectableField } | { readonly list: EntryList };

/** Asks of which field the selected words are the value, or of which list an entry, and keeps page and passage. */
export async function useSelection(
  report: ReportInLibrary,
  selected: SelectedText,
  place: DecisionPlace,
): Promise<void> {
  const { page, text } = selected;
  const uses: readonly (vscode.QuickPickItem & Use)[] = [
    ...fieldsOf(report.document).map((field) => ({
      label: t('Use as {0}', fieldName(field)),
      description: understoodAs(field, text),
      field,
    })),
    ...listsOf(report.document).map((list) => ({ label: t('Add as {0}', listEntryName(list)), list })),
  ];
  const picked = await vscode.window.showQuickPick(uses, {
    title: t('Selected on page {0}: {1}', page, text),
    matchOnDescription: true,
  });
  if (picked === undefined) return;
  if ('list' in picked) await addEntry(report, picked.list, selected, place);
  else await setField(report, picked.field, selected, place);
}

async function setField(
  report: ReportInLibrary,
  field: CorrectableField,
  { page, text }: SelectedText,
  { today, written }: DecisionPlace,
): Promise<void> {
  const value = valueFromText(field, text) ?? (await askValue(field, text));
  if (value === undefined) return;
  const decider = await whoDecides(report, today);
  if (decider === undefined) return;
  const decision = { is: 'corrected', value, page, quote: text } as const;
  await recordDecision(report, { field, decision }, decider, written);
}

/** Empty when a value has to be typed. */
function understoodAs(field: CorrectableField, text: string): string {
  const value = valueFromText(field, text);
  return value === undefined ? '' : textOfValue(value);
}
