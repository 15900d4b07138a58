import { globSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { projectRoot } from './places.ts';
import { add, addFailure, none, type Totals } from './totals.ts';

/**
 * Runs test files with node:test, each in a process of its own, and prints them as they end.
 * @param pattern a glob, relative to the project.
 * @param concurrency how many files at a time.
 */
export async function runNodeTests(pattern: string, concurrency: number): Promise<Totals> {
  const files = globSync(pattern, { cwd: projectRoot })
    .sort()
    .map((file) => join(projectRoot, file));
  if (files.length === 0) return none;
  let totals = none;
  const tests = run({ files, concurrency, cwd: projectRoot });
  tests.on('test:pass', ({ details, skip, todo }) => {
    if (details.type !== 'suite' && skip === undefined && todo === undefined)
      totals = add(totals, { ...none, passed: 1 });
  });
  tests.on('test:fail', ({ name, details }) => {
    if (details.type === 'suite') return;
    totals = addFailure(totals, name, causeOf(details.error));
  });
  // A hook that fails breaks its suite without failing a test.
  tests.on('test:summary', ({ file, success }) => {
    if (file === undefined && !success && totals.failed === 0)
      totals = addFailure(totals, pattern, 'A hook failed, or a file did not run to its end.');
  });
  const report = tests.compose(spec);
  report.pipe(process.stdout, { end: false });
  await finished(report);
  return totals;
}

/** What a test threw: node:test wraps it. */
function causeOf(error: Error): string {
  return error.cause instanceof Error ? (error.cause.stack ?? error.cause.message) : error.message;
}
