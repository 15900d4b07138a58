import { globSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { projectRoot } from './places.ts';
import { add, addFailure, none, type Totals } from './totals.ts';

/** What takes longer hangs, in milliseconds: several times what the longest takes on a slow machine. */
const LONGEST_MS = 400_000;

/** What a run of test files came to. */
export interface NodeTestRun {
  readonly totals: Totals;
  /** The same by file, for those that failed in any way. */
  readonly failed: ReadonlyMap<string, Totals>;
}

/** The files that a glob finds in the project, absolute. */
export const filesOf = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: projectRoot })
    .sort()
    .map((file) => join(projectRoot, file));

/**
 * Runs test files with node:test, each in a process of its own, and prints them as they end.
 * @param concurrency how many files at a time.
 */
export async function runNodeTests(files: readonly string[], concurrency: number): Promise<NodeTestRun> {
  if (files.length === 0) return { totals: none, failed: new Map() };
  const byFile = new Map<string, Totals>();
  const count = (file: string | undefined, one: Totals): void => {
    byFile.set(file ?? '', add(byFile.get(file ?? '') ?? none, one));
  };
  const tests = run({ files: [...files], concurrency, cwd: projectRoot, timeout: LONGEST_MS });
  tests.on('test:pass', ({ file, details, skip, todo }) => {
    if (details.type !== 'suite' && skip === undefined && todo === undefined)
      count(file, { ...none, passed: 1 });
  });
  tests.on('test:fail', ({ file, name, details: { type, error } }) => {
    // A suite fails with its tests, and by itself when a hook does.
    const isCounted = type === 'suite' && failureType(error) === 'subtestsFailed';
    if (!isCounted) count(file, addFailure(none, name, causeOf(error)));
  });
  tests.on('test:summary', ({ file, success }) => {
    if (file === undefined && !success && [...byFile.values()].every(({ failed }) => failed === 0))
      count(file, addFailure(none, 'The run', 'It failed, though no test did.'));
  });
  const report = tests.compose(spec);
  report.pipe(process.stdout, { end: false });
  await finished(report);
  return {
    totals: [...byFile.values()].reduce(add, none),
    failed: new Map([...byFile].filter(([, { failed }]) => failed > 0)),
  };
}

/** Why node:test says that a test failed: "testCodeFailure", "hookFailed", … */
const failureType = (error: Error): unknown => ('failureType' in error ? error.failureType : undefined);

/** What a test threw: node:test wraps it. */
function causeOf(error: Error): string {
  return error.cause instanceof Error ? (error.cause.stack ?? error.cause.message) : error.message;
}
