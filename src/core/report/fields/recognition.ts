import type { Evidence, Fact } from '../fact.ts';

/** What a recogniser found, and what a person should know about it. */
export interface Recognition<T> {
  readonly fact: Fact<T> | null;
  readonly warnings: readonly string[];
}

/** The place of a value in words, for warnings: "page 12". */
export const placeOf = ({ page }: Evidence): string => `page ${String(page)}`;

/** The parts of a report that state what it is about, the most reliable first, and how one says where they are. */
export const SOURCES = [
  { part: 'auditors-report', where: "in the service auditor's report" },
  { part: 'assertion', where: "in management's assertion" },
  { part: 'cover', where: 'on the cover' },
] as const;
export type Source = (typeof SOURCES)[number];

/** What one part of a report states, in words that a person compares. */
export interface Statement {
  readonly where: string;
  readonly said: string;
  readonly evidence: Evidence;
}

/** One warning, with all of the statements, when they don't say the same. */
export function disagreements(what: string, statements: readonly Statement[]): string[] {
  if (new Set(statements.map(({ said }) => said)).size < 2) return [];
  const all = statements.map(({ where, said, evidence }) => `${said} ${where} (${placeOf(evidence)})`);
  return [`${what} stated differently: ${all.join('; ')}.`];
}
