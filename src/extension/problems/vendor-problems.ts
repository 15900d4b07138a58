import { t } from '@vscode/l10n';
import type { CalendarDate } from '../../core/calendar/calendar-date.ts';
import type { LibrarySnapshot } from '../../core/library/snapshot.ts';
import type { Place } from '../../core/register/register.ts';
import { documentStandingOn } from '../../core/standing/document-standing.ts';
import type { Reason, ReasonCode } from '../../core/standing/standing.ts';
import { dateInWords, readersLanguage } from '../language.ts';
import type { FolderStatus } from '../tree/node.ts';
import type { Concerned, FoundProblem } from './found-problem.ts';
import { levelOf, type ProblemLevels } from './problem-levels.ts';
import { relatedFiles, type WordsOfFile } from './related-files.ts';

/** Reasons that stand where they can be put right: in the review itself. */
const IN_THE_REVIEW: ReadonlySet<ReasonCode> = new Set([
  'changed-after-sign-off',
  'edited-after-completion',
  'review-invalid',
]);

interface Entry {
  readonly name: string;
  readonly place: Place;
  readonly reasons: readonly Reason[];
  readonly concernedBy: (reason: Reason) => Concerned;
}

const problemsOf = (
  { name, place, reasons, concernedBy }: Entry,
  levels: ProblemLevels,
  wordsOf: WordsOfFile,
): FoundProblem[] =>
  reasons.flatMap((reason) => {
    const { code, verdict, text, detail, files } = reason;
    const level = levelOf(verdict, levels);
    if (level === null || IN_THE_REVIEW.has(code)) return [];
    const message = t('{0}: {1}. {2}', name, text, detail);
    return [
      { place, level, code, message, related: relatedFiles(files, wordsOf), concerned: concernedBy(reason) },
    ];
  });

/**
 * Why vendors and our own documents need a person, at their lines in the register, worst first within each line.
 * A vendor that is not in the register has no line there, and stands in the *Vendors* view only.
 */
export function vendorProblems(
  { vendors, snapshot, asOf }: FolderStatus,
  levels: ProblemLevels,
  wordsOf: WordsOfFile,
): FoundProblem[] {
  return [
    ...vendors.flatMap(({ dossier: { id, name, registered }, standing }) =>
      registered === null || standing === null
        ? []
        : problemsOf(
            {
              name,
              place: registered.place,
              reasons: standing.reasons,
              concernedBy: ({ code }) => ({ is: 'vendor', id, because: code }),
            },
            levels,
            wordsOf,
          ),
    ),
    ...ownDocumentProblems(snapshot, asOf, levels, wordsOf),
  ].sort((a, b) => a.place.line - b.place.line);
}

const ownDocumentProblems = (
  { register: { documents, policy } }: LibrarySnapshot,
  asOf: CalendarDate,
  levels: ProblemLevels,
  wordsOf: WordsOfFile,
): FoundProblem[] =>
  documents.flatMap((document) => {
    const { name, place, lastReviewed } = document;
    const concerned = { is: 'own-document', name } as const;
    if (lastReviewed !== null && lastReviewed > asOf) {
      const message = t(
        '{0}: a review can’t lie in the future: lastReviewed is {1}.',
        name,
        dateInWords(lastReviewed),
      );
      return [{ place, level: 'error', code: 'reviewed-in-future', message, related: [], concerned }];
    }
    const { reasons } = documentStandingOn(document, asOf, policy, readersLanguage);
    return problemsOf({ name, place, reasons, concernedBy: () => concerned }, levels, wordsOf);
  });
