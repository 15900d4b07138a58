import type { CalendarDate } from '../../../core/calendar/calendar-date.ts';
import type { LibraryDocument } from '../../../core/library/snapshot.ts';
import type { CorrectableField } from '../../../core/register/correction.ts';
import { CORRECTABLE_FIELDS } from '../../../core/register/correction-schema.ts';
import type { Evidence } from '../../../core/report/fact.ts';
import type { FactAction } from '../../../webview/facts.ts';
import { askValue } from './ask-value.ts';
import { currentValue } from './current-value.ts';
import { recordDecision, type FieldDecision } from './record-decision.ts';
import type { ReportInLibrary } from './report-in-library.ts';
import type { WrittenDecisions } from './written-decisions.ts';
import { textOfValue } from './value-text.ts';
import { whoDecides } from './who-decides.ts';

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
