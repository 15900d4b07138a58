import type { Command } from 'commander';
import { addLibraryOptions } from './options.ts';
import type { LibraryChoices } from './read-library.ts';
import type { Terminal } from './terminal.ts';

export interface CompareOptions extends Omit<LibraryChoices, 'depth'> {
  readonly folder: string;
  readonly report?: string;
  readonly with?: string;
  readonly out?: string;
}

/** `compare`: what a vendor's report says otherwise than the one before it. */
export function addCompareCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('compare')
    .summary('show what changed from one report of a vendor to the next')
    .description(
      'Compares a vendor’s report with the one before it of the same kind on the same service: auditor, opinion,\n' +
        'period, scope, subservice organizations, user controls, tested controls and exceptions. As Markdown.',
    )
    .argument('<vendor>', 'the vendor: its name, another name of it, or its id')
    .option('--folder <folder>', 'the folder with the reports', '.')
    .option('--report <path>', 'another report than the one to review next, relative to the folder')
    .option('--with <path>', 'another earlier report, relative to the folder')
    .option('--out <file>', 'write to this file, which must not exist yet, instead of standard output');
  addLibraryOptions(command).action(async (name: string, options: CompareOptions) => {
    const { writeComparison } = await import('./write-comparison.ts');
    await writeComparison(name, options, terminal);
  });
}
