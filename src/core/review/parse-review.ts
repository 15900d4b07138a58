import { compareDates, dateInWords, type CalendarDate } from '../calendar/calendar-date.ts';
import { ENGLISH } from '../language/language.ts';
import { ENTRY_KEYS } from '../register/entry-schema.ts';
import { problemOf } from '../register/finding-problems.ts';
import { withoutConflicts } from '../register/merge-conflict.ts';
import { parsePruned, withoutEmpty, type Finding } from '../register/pruned-parse.ts';
import type { Problem } from '../register/register.ts';
import {
  parseYamlSource,
  plainValue,
  rangeOf,
  rangeOfKey,
  type YamlPath,
  type YamlSource,
} from '../register/yaml-source.ts';
import { confirmedObjections } from './confirmed.ts';
import { findFrontMatter, frontMatterInPlace } from './front-matter.ts';
import { reviewSchema, type ReviewText } from './review-schema.ts';
import type { ReviewFile, ReviewKey, ReviewRecord } from './review.ts';
import { sealOf } from './seal.ts';

const NO_LITERALS: ReadonlySet<string> = new Set();

const isError = (problem: Problem): boolean => problem.severity === 'error';

/** A file of the review folder that holds no record, or none that can be read. */
export const unreadableReview = (path: string, problems: readonly Problem[]): ReviewFile => ({
  path,
  state: 'invalid',
  record: null,
  problems,
  places: {},
  readOn: null,
});

const withoutFrontMatter = (path: string, text: string): ReviewFile =>
  unreadableReview(path, [
    {
      // A read-me in the review folder is no fault; a review without front matter counts for nothing either way.
      severity: 'warning',
      message: ENGLISH.say(
        'No review record: a review starts with a line of three dashes, its front matter, and again three dashes.',
      ),
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: (text.split(/\r?\n/, 1)[0] ?? '').length + 1,
    },
  ]);

const recordOf = (text: ReviewText): ReviewRecord => ({
  vendor: text.vendor ?? '',
  report: text.report?.replaceAll('\\', '/') ?? null,
  sha256: text.sha256 ?? null,
  kind: text.kind ?? null,
  periodStart: text.period?.start ?? null,
  periodEnd: text.period?.end ?? null,
  reviewer: text.reviewer ?? null,
  reviewed: text.reviewed ?? null,
  approver: text.approver ?? null,
  conclusion: text.conclusion ?? null,
  nextReview: text.nextReview ?? null,
  confirmed: text.confirmed ?? {},
  ...(text.confirmedEntries === undefined ? {} : { confirmedEntries: text.confirmedEntries }),
  ...(text.seal === undefined ? {} : { seal: text.seal }),
  ...(text.generated === undefined ? {} : { generated: text.generated }),
});

/** What is well formed and contradicts itself. */
function* contradictions(
  source: YamlSource,
  record: ReviewRecord,
  today: CalendarDate | undefined,
): Generator<Problem> {
  const at = (key: string, message: string): Problem =>
    source.problem('error', message, rangeOf(source, [key]));
  const { reviewed, periodEnd, nextReview } = record;
  if (record.vendor === '')
    yield at('vendor', ENGLISH.say('The review doesn’t say whose report it is about: fill in vendor.'));
  if (reviewed === null) return;
  if (today !== undefined && reviewed > today) {
    yield at(
      'reviewed',
      ENGLISH.say('A review can’t lie in the future: reviewed is {0}.', dateInWords(reviewed)),
    );
  }
  if (periodEnd !== null && reviewed < periodEnd) {
    yield at(
      'reviewed',
      ENGLISH.say(
        'Reviewed on {0}, before the report’s period ended on {1}.',
        dateInWords(reviewed),
        dateInWords(periodEnd),
      ),
    );
  }
  if (nextReview !== null && compareDates(nextReview, reviewed) <= 0) {
    yield at('nextReview', ENGLISH.say('The next review must lie after this one.'));
  }
}

const knownKeys = ([key]: YamlPath): readonly string[] =>
  key === 'confirmedEntries' ? ENTRY_KEYS : Object.keys(reviewSchema.shape);

/** What is wrong with the record. A decision about an entry that isn't understood decides nothing, and costs no review. */
function problemWith(source: YamlSource, finding: Finding): Problem {
  const problem = problemOf(source, finding, knownKeys);
  return finding.path[0] === 'confirmedEntries' ? { ...problem, severity: 'warning' } : problem;
}

/** What a reviewer says of the extracted values and we don't understand: it decides nothing, and costs no review. */
function* notUnderstood(source: YamlSource, { confirmed }: ReviewRecord): Generator<Problem> {
  for (const { name, message, replacement } of confirmedObjections(confirmed)) {
    const path = ['confirmed', name];
    const range = replacement === undefined ? undefined : rangeOfKey(source, path);
    yield source.problem('warning', message, range ?? rangeOf(source, path), replacement);
  }
}

function stateOf(record: ReviewRecord, problems: readonly Problem[]): ReviewFile['state'] {
  if (problems.some(isError)) return 'invalid';
  const { reviewer, reviewed, conclusion } = record;
  return reviewer !== null && reviewed !== null && conclusion !== null ? 'completed' : 'draft';
}

function plainFrontMatter(source: YamlSource, problems: Problem[]): unknown {
  try {
    return withoutEmpty(plainValue(source, NO_LITERALS));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    problems.push(
      source.problem('error', ENGLISH.say('The front matter can’t be resolved: {0}.', reason), [0, 0]),
    );
    return undefined;
  }
}

const KEYS = Object.keys(reviewSchema.shape) as ReviewKey[];

const placesIn = (source: YamlSource): ReviewFile['places'] =>
  Object.fromEntries(
    KEYS.filter((key) => rangeOfKey(source, [key]) !== undefined).map((key) => [
      key,
      source.placeOf(rangeOf(source, [key])),
    ]),
  );

/**
 * Reads a review record. Never throws: what can't be read, contradicts itself or stands in an unfinished merge
 * is `invalid` and never counts as a review.
 *
 * @param today When given, a review dated after it is invalid.
 */
export function parseReview(path: string, text: string, today?: CalendarDate): ReviewFile {
  const conflicts = withoutConflicts(text, ENGLISH.say('Until then the file doesn’t count as a review.'));
  const frontMatter = findFrontMatter(conflicts.text);
  if (frontMatter === undefined) {
    return conflicts.problems.length > 0
      ? unreadableReview(path, conflicts.problems)
      : withoutFrontMatter(path, text);
  }
  const source = parseYamlSource(frontMatterInPlace(conflicts.text, frontMatter));
  const problems: Problem[] = [...conflicts.problems, ...source.problems];
  const { data, findings } = parsePruned(reviewSchema, plainFrontMatter(source, problems) ?? {});
  problems.push(...findings.map((finding) => problemWith(source, finding)));
  if (data === undefined) return unreadableReview(path, problems);
  const record = recordOf(data);
  problems.push(...contradictions(source, record, today), ...notUnderstood(source, record));
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  const state = stateOf(record, problems);
  const isEdited = state === 'completed' && record.seal !== undefined && record.seal !== sealOf(text);
  return {
    path,
    state,
    record,
    problems,
    places: placesIn(source),
    readOn: today ?? null,
    ...(isEdited ? { isEdited } : {}),
  };
}
