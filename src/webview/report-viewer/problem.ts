import type { Failure } from '../channel.ts';
import type { Problem } from '../protocol.ts';
import type { ViewerStrings } from '../strings.ts';

/** How far into a file its header may stand, by the reference's own note for readers. */
const HEADER_WITHIN = 1024;

/** True when a file begins as a PDF does. */
export const hasPdfHeader = (head: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(head.subarray(0, HEADER_WITHIN)).includes('%PDF-');

/** A report that can't be shown, and why. The message is for the log. */
export class ReportProblem extends Error {
  override readonly name = 'ReportProblem';
  readonly problem: Problem;

  constructor(problem: Problem, message: string) {
    super(message);
    this.problem = problem;
  }
}

/** The file has other bytes than those that are being shown: no problem once it is opened again. */
export class FileChanged extends Error {
  override readonly name = 'FileChanged';
}

const BY_FAILURE: Readonly<Partial<Record<Failure, Problem>>> = { gone: 'deleted' };

/** What to say about a request for the file's bytes that failed. */
export const problemOfFailure = (failure: Failure): Problem => BY_FAILURE[failure] ?? 'unreadable';

/** The words for a problem. */
export function problemText(problem: Problem, { problems }: ViewerStrings): string {
  return problem === 'not-a-pdf' ? problems.notPdf : problems[problem];
}
