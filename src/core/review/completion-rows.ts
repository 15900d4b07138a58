import { ENGLISH } from '../language/language.ts';
import { confirming, pointAt } from '../register/edit-entries.ts';
import { entryKey, keyOfDecision } from '../register/entry-decision.ts';
import type { Entry } from '../report/entries.ts';
import type { DocumentReading, EntryList } from '../report/reading.ts';
import { bodySections, SECTIONS, type BodySection } from './review-body.ts';
import type { CompletionFix, CompletionProblem } from './completion-problem.ts';
import { readReviewTables, type ReviewTables } from './review-tables.ts';
import type { ReviewRecord } from './review.ts';

/** A problem with a whole line. Lines count from 1. */
function lineProblem(
  text: string,
  line: number,
  message: string,
  { severity = 'error', fixes = [] }: Partial<Pick<CompletionProblem, 'severity' | 'fixes'>> = {},
): CompletionProblem {
  const length = (text.split('\n')[line - 1] ?? '').replace(/\r$/, '').length;
  return { severity, message, line, column: 1, endLine: line, endColumn: length + 1, fixes };
}

function* unassessed(text: string, { exceptions }: ReviewTables): Generator<CompletionProblem> {
  for (const { control, assessment, line } of exceptions) {
    if (assessment !== '') continue;
    const message =
      control === ''
        ? ENGLISH.say('Assess the exception: what does it mean for us?')
        : ENGLISH.say('Assess the exception in {0}: what does it mean for us?', control);
    const fix: CompletionFix = {
      kind: 'fill-cell',
      column: 'Our assessment',
      text: 'Does not concern the service that we use',
    };
    yield lineProblem(text, line, message, { fixes: [fix] });
  }
}

function* unmapped(text: string, { userControls }: ReviewTables): Generator<CompletionProblem> {
  for (const { id, ourControl, status, line } of userControls) {
    if (ourControl !== '' || status !== '') continue;
    const message = ENGLISH.say(
      'Map user control {0} to a control of ours, or say in Status why it doesn’t apply.',
      id,
    );
    const fix: CompletionFix = {
      kind: 'fill-cell',
      column: 'Status',
      text: 'not applicable: we do not use this part of the service',
    };
    yield lineProblem(text, line, message, { fixes: [fix] });
  }
}

/**
 * Rows that the report asks for and the review doesn't have: an error where its table was made shorter, a warning
 * where the review has no such section, which a company's own template may leave out.
 */
function* left(
  text: string,
  sections: readonly BodySection[],
  rows: { readonly title: string; readonly have: number; readonly want: number; readonly message: string },
): Generator<CompletionProblem> {
  const { title, have, want, message } = rows;
  if (have >= want) return;
  const section = sections.find((one) => one.title === title);
  if (section === undefined) yield lineProblem(text, 1, message, { severity: 'warning' });
  else yield lineProblem(text, section.line, message);
}

/** The facts that the record says nothing of; a value that nobody confirmed doesn't count as reviewed. */
function* unconfirmed(
  text: string,
  sections: readonly BodySection[],
  { confirmed }: ReviewRecord,
  reading: DocumentReading,
): Generator<CompletionProblem> {
  const section = sections.find(({ title }) => title === SECTIONS.atAGlance);
  if (section === undefined) return;
  const fields = CONFIRMABLE.filter(
    (field) => reading[field] !== null && !isDecided(field, confirmed, reading),
  );
  if (fields.length === 0) return;
  const message = ENGLISH.say(
    'Not confirmed yet: {0} of the values that were read. Compare them with the report.',
    fields.length,
  );
  const fix: CompletionFix = { kind: 'confirm-facts', fields };
  yield lineProblem(text, section.line, message, { severity: 'warning', fixes: [fix] });
}

/** The lists of each section, and the entries of them that nobody has confirmed: those don't count as reviewed either. */
const LISTS: readonly (readonly [title: string, ...lists: EntryList[]])[] = [
  [SECTIONS.exceptions, 'testExceptions', 'untestedControls'],
  [SECTIONS.userControls, 'userControls'],
  [SECTIONS.subserviceOrganizations, 'subserviceOrganizations'],
];

function* unconfirmedEntries(
  text: string,
  sections: readonly BodySection[],
  { confirmedEntries = [] }: ReviewRecord,
  reading: DocumentReading,
): Generator<CompletionProblem> {
  const said = new Set(confirmedEntries.map(keyOfDecision));
  const isOpen = (list: EntryList, entry: Entry): boolean =>
    entry.decided === undefined && !said.has(entryKey(pointAt(list, entry)));
  for (const [title, ...lists] of LISTS) {
    const section = sections.find((one) => one.title === title);
    const entries = lists.flatMap((list) =>
      [...reading[list]].filter((entry) => isOpen(list, entry)).map((entry) => confirming(list, entry)),
    );
    if (section === undefined || entries.length === 0) continue;
    const message = ENGLISH.count(
      entries.length,
      'Not confirmed yet: {0} entry that was read here. Compare it with the report.',
      'Not confirmed yet: {0} of the entries that were read here. Compare them with the report.',
    );
    const fix: CompletionFix = { kind: 'confirm-entries', entries };
    yield lineProblem(text, section.line, message, { severity: 'warning', fixes: [fix] });
  }
}

const CONFIRMABLE = [
  'type',
  'vendor',
  'system',
  'auditor',
  'reportDate',
  'periodStart',
  'periodEnd',
  'asOfDate',
  'opinion',
] as const satisfies readonly (keyof DocumentReading)[];

const isDecided = (
  field: (typeof CONFIRMABLE)[number],
  confirmed: ReviewRecord['confirmed'],
  reading: DocumentReading,
): boolean =>
  confirmed[field] !== undefined ||
  (field.startsWith('period') && confirmed['period'] !== undefined) ||
  reading[field]?.decided !== undefined;

/** What a person has left open in the body, in the order of the file. */
export function openRows(
  text: string,
  record: ReviewRecord,
  reading: DocumentReading | null,
): CompletionProblem[] {
  const tables = readReviewTables(text);
  const open = [...unassessed(text, tables), ...unmapped(text, tables)];
  if (reading === null) return open;
  const sections = bodySections(text);
  return [
    ...open,
    ...left(text, sections, {
      title: SECTIONS.exceptions,
      have: tables.exceptions.length,
      want: reading.testExceptions.length,
      message: ENGLISH.count(
        reading.testExceptions.length,
        'The report has {0} exception; this review answers {1}. Nothing may be left out.',
        'The report has {0} exceptions; this review answers {1}. Nothing may be left out.',
        tables.exceptions.length,
      ),
    }),
    ...left(text, sections, {
      title: SECTIONS.userControls,
      have: tables.userControls.length,
      want: reading.userControls.length,
      message: ENGLISH.count(
        reading.userControls.length,
        'The report has {0} user control; this review answers {1}. Nothing may be left out.',
        'The report has {0} user controls; this review answers {1}. Nothing may be left out.',
        tables.userControls.length,
      ),
    }),
    ...unconfirmed(text, sections, record, reading),
    ...unconfirmedEntries(text, sections, record, reading),
  ];
}
