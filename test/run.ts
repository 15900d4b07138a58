import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { build } from './host/build.ts';
import { lastWords } from './host/child.ts';
import { installVsCodeServer } from './host/install-vscode-server.ts';
import { filesOf, runNodeTests } from './host/node-tests.ts';
import { runNpm } from './host/npm.ts';
import { PlainError } from './host/plain-error.ts';
import { projectRoot } from './host/places.ts';
import { runExtensionTests } from './host/run-extension-tests.ts';
import { runWorkbenchTests } from './host/run-workbench-tests.ts';
import { sharedFolder } from './host/shared-folder.ts';
import { stopOnSignal } from './host/signals.ts';
import { add, addFailure, none, succeeded, type Totals } from './host/totals.ts';

/** One stage of `npm test`: a check that holds or throws, or tests that are counted. */
interface Stage {
  readonly name: string;
  readonly work: () => Promise<Totals | undefined>;
  /** Nothing after it can be told when it fails. */
  readonly isGround?: boolean;
  /** It need not wait for the stage before it: both begin together. */
  readonly isBegunBefore?: boolean;
}

/** Hundreds of processes start from the same files: Node keeps there, for the run, what it compiled of them. */
const compiledCode = sharedFolder('NODE_COMPILE_CACHE', (folder) => mkdir(folder));

/** Some wait for a process or a limit of time; twice as many as there are processors fill the gaps. */
const UNIT_FILES_AT_A_TIME = 2 * availableParallelism();

const stages: readonly Stage[] = [
  { name: 'Build', work: () => build('production'), isGround: true },
  { name: 'Unit tests', work: () => nodeTests('test/unit/**/*.test.ts', UNIT_FILES_AT_A_TIME) },
  {
    name: 'Types and lint',
    work: () => checks(['typecheck', 'lint:code', 'lint:format']),
    isBegunBefore: true,
  },
  {
    name: 'VS Code server',
    work: () => installVsCodeServer().then(() => undefined),
    isGround: true,
    isBegunBefore: true,
  },
  { name: 'Package tests', work: () => nodeTests('test/package/**/*.test.ts', 1) },
  { name: 'Extension-host tests', work: runExtensionTests },
  { name: 'Workbench tests', work: runWorkbenchTests },
];

/** `npm test`: everything that must hold; ends with one line that counts what passed. */
export async function main(): Promise<number> {
  stopOnSignal();
  await compiledCode();
  let totals = none;
  let ok = true;
  const summary: string[] = [];
  const begun = new Map<Stage, Promise<Outcome>>();
  const begin = (stage: Stage): Promise<Outcome> => {
    const running = begun.get(stage) ?? outcome(stage);
    begun.set(stage, running);
    return running;
  };
  for (const [index, stage] of stages.entries()) {
    console.log(`\n━━ ${stage.name} ${'━'.repeat(Math.max(2, 70 - stage.name.length))}`);
    const running = begin(stage);
    for (const next of stages.slice(index + 1)) {
      if (next.isBegunBefore !== true) break;
      void begin(next);
    }
    const result = await running;
    totals = add(totals, result.totals);
    ok &&= result.ok;
    summary.push(`  ${mark(result.ok)} ${stage.name}: ${result.words} (${result.time})`);
    if (!result.ok && stage.isGround === true) break;
  }
  console.log(`\n━━ Summary ${'━'.repeat(63)}\n${summary.join('\n')}`);
  const notReached = stages.slice(summary.length).map(({ name }) => name);
  if (notReached.length > 0) console.log(`  Not reached: ${notReached.join(', ')}`);
  for (const { test, words } of totals.unsteady) {
    console.log(`\n⚠ ${test}\n    Held only when it was tried once more. At first:\n${firstLines(words)}`);
  }
  for (const { test, words } of totals.failures) console.log(`\n✖ ${test}\n${firstLines(words)}`);
  console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
  return ok ? 0 : 1;
}

async function nodeTests(pattern: string, filesAtATime: number): Promise<Totals> {
  return (await runNodeTests(filesOf(pattern), filesAtATime)).totals;
}

interface Outcome {
  readonly ok: boolean;
  readonly totals: Totals;
  readonly words: string;
  /** How long it took, in words. */
  readonly time: string;
}

/**
 * Runs a stage to its end, whatever happens in it, so that one run shows everything that is wrong. A stage that
 * breaks, or runs no test at all, counts as one failure.
 */
async function outcome({ name, work }: Stage): Promise<Outcome> {
  const started = performance.now();
  const told = (ok: boolean, totals: Totals, words: string): Outcome => {
    return { ok, totals, words, time: secondsSince(started) };
  };
  try {
    const totals = await work();
    if (totals === undefined) return told(true, none, 'done');
    const words = `${totals.passed} passed, ${totals.failed} failed`;
    if (totals.passed + totals.failed > 0) return told(succeeded(totals), totals, words);
    console.error(`✖ ${name}: no test ran.`);
    return told(false, addFailure(none, name, 'No test ran.'), 'no test ran');
  } catch (error) {
    console.error(error instanceof PlainError ? `✖ ${error.message}` : error);
    const words = error instanceof Error ? error.message : String(error);
    return told(false, addFailure(none, name, words), 'failed');
  }
}

/** Runs npm scripts side by side and prints each one's output in one piece. */
async function checks(scripts: readonly string[]): Promise<undefined> {
  const passed = await Promise.all(
    scripts.map(async (script) => {
      const started = performance.now();
      const { status, output } = await runNpm(projectRoot, ['run', '--silent', script]);
      console.log(`${mark(status === 0)} ${script} (${secondsSince(started)})`);
      if (status !== 0) console.log(lastWords(output, 200));
      return status === 0;
    }),
  );
  if (passed.includes(false)) throw new PlainError('Types or lint are not clean; see above.');
}

/** As much of an error as tells it from others; all of it stands with its stage. */
function firstLines(words: string): string {
  return words.split('\n').slice(0, 12).join('\n').replaceAll(/^/gmu, '    ');
}

function mark(ok: boolean): string {
  return ok ? '✔' : '✖';
}

function secondsSince(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}
