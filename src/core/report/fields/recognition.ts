import { fill } from '../../language/fill.ts';
import { ENGLISH } from '../../language/language.ts';
import type { Evidence, Fact } from '../fact.ts';

/** What a recogniser found, and what a person should know about it. */
export interface Recognition<T> {
  readonly fact: Fact<T> | null;
  readonly warnings: readonly string[];
}

/**
 * The parts of a report that state what it is about, the most reliable first, and the message that says in a warning
 * what one states and on which page.
 */
export const SOURCES = [
  { part: 'auditors-report', where: ENGLISH.say("{0} in the service auditor's report (page {1})") },
  { part: 'assertion', where: ENGLISH.say("{0} in management's assertion (page {1})") },
  { part: 'cover', where: ENGLISH.say('{0} on the cover (page {1})') },
] as const;
export type Source = (typeof SOURCES)[number];

/** What one part of a report states, in words that a person compares. */
export interface Statement {
  /** The message that says where. */
  readonly where: string;
  readonly said: string;
  readonly evidence: Evidence;
}

/** One warning, with all of the statements, when they don't say the same. */
export function disagreements(warning: (all: string) => string, statements: readonly Statement[]): string[] {
  if (new Set(statements.map(({ said }) => said)).size < 2) return [];
  const all = statements.map(({ where, said, evidence }) => fill(where, said, evidence.page));
  return [warning(all.join('; '))];
}
