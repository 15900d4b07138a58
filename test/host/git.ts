import { execFileSync } from 'node:child_process';

/** Runs git in a folder. @returns what it prints. */
export const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' });
