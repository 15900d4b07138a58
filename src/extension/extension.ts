import type * as vscode from 'vscode';

/** Composes the extension and returns: nothing is read and nothing is awaited before views and commands stand. */
export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push();
}
