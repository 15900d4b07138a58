import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { CalendarDate } from '../../../core/calendar/calendar-date.ts';
import type { LibraryDocument } from '../../../core/library/snapshot.ts';
import type { CorrectableField } from '../../../core/register/correction.ts';
import { CORRECTABLE_FIELDS } from '../../../core/register/correction-schema.ts';
import type { Evidence } from '../../../core/report/fact.ts';
import type { FactAction } from '../../../webview/facts.ts';
import type { SelectedText } from '../../../webview/protocol.ts';
import { proposedReviewer } from '../../commands/proposed-reviewer.ts';
import { keepReviewer } from '../../settings.ts';
import { fieldName } from '../facts/words.ts';
import { askValue } from './ask-value.ts';
import { currentValue } from './current-value.ts';
import { recordDecision, type Decider, type FieldDecision } from './record-decision.ts';
import type { ReportInLibrary } from './report-in-library.ts';
import type { WrittenDecisions } from './written-decisions.ts';
import { textOfValue, valueFromText } from './value-text.ts';

/** The day of a decision, and where it can be taken back from. */
export interface DecisionPlace {
  readonly today: CalendarDate;
  readonly written: WrittenDecisions;
}

export const asField = (id: string): CorrectableField | undefined =>
  CORRECTABLE_FIELDS.find((field) => field === id);

/** Confirms, corrects or takes back one value of a report, as a reader asked for it beside the pages. */
export async function decideFact(
  report: ReportInLibrary,
  field: CorrectableField,
  action: FactAction,
  { today, written }: DecisionPlace,
): Promise<void> {
  const decision = await decisionFor(report.document, field, action);
  if (decision === undefined) return;
  const decider = await whoDecides(report, today);
  if (decider !== undefined) await recordDecision(report, decision, decider, written);
}

async function decisionFor(
  { reading }: LibraryDocument,
  field: CorrectableField,
  action: FactAction,
): Promise<FieldDecision | undefined> {
  const current = currentValue(reading, field);
  switch (action) {
    case 'take-back':
      return { field, decision: null };
    case 'mark-absent':
      return { field, decision: { is: 'absent' } };
    case 'confirm':
      return current && { field, decision: { is: 'confirmed', value: current.value, ...citing(current) } };
    case 'correct': {
      const value = await askValue(field, current === undefined ? '' : textOfValue(current.value));
      return value === undefined ? undefined : { field, decision: { is: 'corrected', value } };
    }
    case 'add-to-review':
      return undefined;
  }
}

const citing = ({ page, quote }: Pick<Evidence, 'page' | 'quote'>) => (quote === '' ? {} : { page, quote });

/** The fields that a reader can give a value to in a document of that kind. */
export const fieldsOf = ({ reading }: LibraryDocument): readonly CorrectableField[] =>
  reading.kind === 'bridge-letter'
    ? ['vendor', 'reportDate', 'bridgedPeriodEnd', 'bridgeFrom', 'bridgeThrough']
    : CORRECTABLE_FIELDS.filter((field) => !field.startsWith('bridge'));

/** Asks of which field the selected words are the value, and keeps page and passage with it. */
export async function useSelection(
  report: ReportInLibrary,
  { page, text }: SelectedText,
  { today, written }: DecisionPlace,
): Promise<void> {
  const picked = await vscode.window.showQuickPick(
    fieldsOf(report.document).map((field) => ({
      label: t('Use as {0}', fieldName(field)),
      description: understoodAs(field, text),
      field,
    })),
    { title: t('Selected on page {0}: {1}', page, text), matchOnDescription: true },
  );
  if (picked === undefined) return;
  const { field } = picked;
  const value = valueFromText(field, text) ?? (await askValue(field, text));
  if (value === undefined) return;
  const decider = await whoDecides(report, today);
  if (decider === undefined) return;
  await recordDecision(
    report,
    { field, decision: { is: 'corrected', value, page, quote: text } },
    decider,
    written,
  );
}

/** Empty when a value has to be typed. */
function understoodAs(field: CorrectableField, text: string): string {
  const value = valueFromText(field, text);
  return value === undefined ? '' : textOfValue(value);
}

/** A decision without a name is worth nothing to an auditor. Undefined when nobody gives one. */
async function whoDecides(
  { library, draft }: ReportInLibrary,
  today: CalendarDate,
): Promise<Decider | undefined> {
  const known = draft?.record?.reviewer ?? (await proposedReviewer(library.folder.uri));
  const by = known ?? (await askName(library.folder.uri));
  return by === undefined ? undefined : { by, today };
}

/** Asked once: the setting keeps it. */
async function askName(folder: vscode.Uri): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title: t('Who decides this?'),
    prompt: t('Your name, as it is to stand beside the decision. The setting “Reviewer” keeps it.'),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? t('A decision needs a name.') : undefined),
  });
  const name = answer?.trim();
  if (name !== undefined) await keepReviewer(folder, name);
  return name;
}
