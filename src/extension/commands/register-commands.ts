import * as vscode from 'vscode';
import { COMMANDS, type CommandName } from '../contributions.ts';
import type { Disposable } from '../disposables.ts';
import type { TreeNode } from '../tree/node.ts';

/**
 * What a command does; `row` is the row that it was called on, `file` the file of an editor or of the Explorer. Both
 * are undefined from the palette.
 */
export type Handler = (row: TreeNode | undefined, file: vscode.Uri | undefined) => unknown;

/** One handler for every command that package.json declares. */
export type Handlers = Readonly<Record<CommandName, Handler>>;

/** The argument of our key bindings: a key that is pressed in a view means the row that is selected there. */
const SELECTED_ROW = 'selected';

/** @param selectedRow The row that is selected in the view whose keys our key bindings are. */
export function registerCommands(handlers: Handlers, selectedRow: () => TreeNode | undefined): Disposable {
  const names = Object.keys(COMMANDS) as CommandName[];
  return vscode.Disposable.from(
    ...names.map((name) =>
      vscode.commands.registerCommand(COMMANDS[name], (argument: unknown) =>
        handlers[name](
          argument === SELECTED_ROW ? selectedRow() : isRow(argument) ? argument : undefined,
          argument instanceof vscode.Uri ? argument : undefined,
        ),
      ),
    ),
  );
}

/** Anybody can call a command with anything; only our trees' rows count. */
const isRow = (value: unknown): value is TreeNode =>
  typeof value === 'object' && value !== null && 'subject' in value && 'row' in value;
