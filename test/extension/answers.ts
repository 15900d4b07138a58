import * as vscode from 'vscode';
import { eventually } from './workspace.ts';

const PAUSE_MS = 100;

/** Answers a running command, again and again, until it has ended. */
export async function ended(
  running: PromiseLike<unknown>,
  answer: () => PromiseLike<unknown>,
): Promise<void> {
  let hasEnded = false;
  const run = Promise.resolve(running).finally(() => (hasEnded = true));
  await eventually('the command has its answers', async () => {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    if (!hasEnded) await answer();
    return hasEnded ? true : undefined;
  });
  await run;
}

/** Accepts what a question at the top of the window proposes. */
export const acceptProposal = (): PromiseLike<unknown> =>
  vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');

/** Presses the first button of the notification that came last. */
export const pressFirstButton = (): PromiseLike<unknown> =>
  vscode.commands.executeCommand('notification.acceptPrimaryAction');
