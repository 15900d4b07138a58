import * as vscode from 'vscode';
import type { Place } from '../../core/register/register.ts';

/** A place of a file, which counts from 1, as the editor counts, from 0. */
export const asRange = ({ line, column, endLine, endColumn }: Place): vscode.Range =>
  new vscode.Range(line - 1, column - 1, endLine - 1, endColumn - 1);
