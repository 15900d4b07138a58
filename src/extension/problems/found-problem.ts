import type { Place, Problem } from '../../core/register/register.ts';
import type { ReasonCode } from '../../core/standing/standing.ts';
import { retold } from '../language.ts';
import type { ShownLevel } from './problem-levels.ts';

/** What a problem is about: reasons of a standing have their own codes. */
export type ProblemCode = ReasonCode | 'register' | 'review' | 'reviewed-in-future' | 'old-report-accepted';

/** Whose problem it is, for the actions that lead out of it. */
export type Concerned =
  | { readonly is: 'vendor'; readonly id: string; readonly because: ReasonCode }
  | { readonly is: 'own-document'; readonly name: string }
  | { readonly is: 'review'; readonly path: string };

/** A file that a problem rests on, and what it is to a person. */
export interface RelatedFile {
  readonly path: string;
  readonly words: string;
}

/** One line of the Problems panel. */
export interface FoundProblem {
  readonly place: Place;
  readonly level: ShownLevel;
  readonly code: ProblemCode;
  readonly message: string;
  readonly related: readonly RelatedFile[];
  /** Null for what is written wrong: that is put right in the text. */
  readonly concerned: Concerned | null;
}

export const FILE_START: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** What is written wrong in a file. */
export const writtenWrong = (problem: Problem, code: 'register' | 'review'): FoundProblem => ({
  place: problem,
  level: problem.severity,
  code,
  message: retold(problem.message),
  related: [],
  concerned: null,
});
