import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { eventsFileVariable, type TestEvent } from './protocol.ts';
import { hasSettled } from './workspace.ts';

/**
 * The module that VS Code loads as `extensionTestsPath`: runs every bundled `*.test.cjs` beside it, and
 * rejects when one fails.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 90_000, color: false, reporter: reporter() });
  mocha.rootHooks({ beforeEach: hasSettled });
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.cjs')) mocha.addFile(join(__dirname, name));
  }
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} of the extension-host tests failed.`);
}

/** Events for the runner when one listens, else words for the debug console. */
function reporter() {
  const file = process.env[eventsFileVariable];
  return file === undefined ? 'spec' : reportTo(file);
}

function reportTo(file: string) {
  const tell = (event: TestEvent): void => {
    appendFileSync(file, `${JSON.stringify(event)}\n`);
  };
  return class EventsReporter extends Mocha.reporters.Base {
    constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
      super(runner, options);
      const depth = (test: Mocha.Test | Mocha.Hook): number => test.titlePath().length - 1;
      runner.on('suite', (suite) => {
        if (!suite.root) tell({ kind: 'suite', title: suite.title, depth: suite.titlePath().length - 1 });
      });
      runner.on('pass', (test) => {
        tell({ kind: 'passed', title: test.title, depth: depth(test), milliseconds: test.duration ?? 0 });
      });
      runner.on('fail', (test, error: Error) => {
        tell({ kind: 'failed', title: test.title, depth: depth(test), error: error.stack ?? error.message });
      });
      runner.on('pending', (test) => {
        tell({ kind: 'pending', title: test.title, depth: depth(test) });
      });
      runner.once('end', () => {
        tell({ kind: 'end' });
      });
    }
  };
}
