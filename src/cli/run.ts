import { Command, CommanderError } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { addClearCacheCommand } from './clear-cache-command.ts';
import { addCalendarCommand } from './calendar-command.ts';
import { addCompareCommand } from './compare-command.ts';
import { Failure } from './failures.ts';
import { addIndexCommand } from './index-command.ts';
import { addControlsCommand, addSubserviceCommand } from './ledger-commands.ts';
import { addPackCommand } from './pack-command.ts';
import { addPortfolioCommand } from './portfolio-command.ts';
import { addStatusCommand } from './status-command.ts';
import { addSummaryCommand } from './summary-command.ts';
import { addVerifyCommand } from './verify-command.ts';
import { isBrokenPipe, plain, write, type Terminal } from './terminal.ts';

/** Exit statuses: 0 it worked, 1 it failed, 2 it was asked the wrong way. */
const WORKED = 0;
const FAILED = 1;
const WRONG_USE = 2;

/**
 * Runs one command line. Results go to `terminal.out`, everything else to `terminal.err`.
 *
 * @param args Without the program's own name.
 * @returns the exit status
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await program(terminal).parseAsync(args, { from: 'user' });
    return WORKED;
  } catch (error) {
    // commander has said already what was wrong, or shown the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? WORKED : WRONG_USE;
    if (error instanceof Error && isBrokenPipe(error)) return WORKED;
    const message = error instanceof Error ? error.message : String(error);
    await write(terminal.err, `error: ${message.split('\n').map(plain).join('\n')}\n`);
    return error instanceof Failure ? error.exitCode : FAILED;
  }
}

function program(terminal: Terminal): Command {
  const root = new Command('soc-review')
    .version(manifest.version, '--version', 'show the version')
    .description(
      'Reads the SOC reports in a folder and shows which vendors are due for review.\n' +
        'Everything happens on this machine; nothing is sent anywhere.',
    )
    .addHelpText(
      'after',
      '\nExit status: 0 when it worked, 1 when it failed, 2 when it was asked the wrong way.\n' +
        'Set NO_COLOR to have no colours.',
    );
  root
    .configureOutput({
      writeOut: (text) => terminal.out.write(text),
      writeErr: (text) => terminal.err.write(text),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride()
    .showHelpAfterError('(add --help for what there is to choose)');
  addIndexCommand(root, terminal);
  addStatusCommand(root, terminal);
  addSummaryCommand(root, terminal);
  addVerifyCommand(root, terminal);
  addClearCacheCommand(root, terminal);
  addCompareCommand(root, terminal);
  addPortfolioCommand(root, terminal);
  addPackCommand(root, terminal);
  addCalendarCommand(root, terminal);
  addControlsCommand(root, terminal);
  addSubserviceCommand(root, terminal);
  return root;
}
