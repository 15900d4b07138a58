import { ENGLISH } from '../../core/language/language.ts';
import * as vscode from 'vscode';
import { Stalled } from '../../core/library/in-time.ts';

const codeOf = (error: unknown): string => (error instanceof vscode.FileSystemError ? error.code : '');

export const isNotFound = (error: unknown): boolean => codeOf(error) === 'FileNotFound';

/** Why a folder can't be looked into, and what to do, in a reader's words. */
export function folderProblem(error: unknown): string {
  if (error instanceof Stalled) {
    return ENGLISH.say(
      'This folder did not answer in time. Check the connection to the drive, then refresh.',
    );
  }
  switch (codeOf(error)) {
    case 'FileNotFound':
      return ENGLISH.say('This folder is no longer there.');
    case 'NoPermissions':
      return ENGLISH.say(
        'No permission to look into this folder. Ask for access, or exclude it in the settings.',
      );
    case 'Unavailable':
      return ENGLISH.say('This folder can’t be reached now. Check the connection, then refresh.');
    default:
      return ENGLISH.say(
        'This folder can’t be read ({0}).',
        error instanceof Error ? error.message : String(error),
      );
  }
}
