import type { Command } from 'commander';
import { addLibraryOptions } from './options.ts';
import type { LibraryChoices } from './read-library.ts';
import type { Terminal } from './terminal.ts';

export interface SummaryOptions extends Omit<LibraryChoices, 'depth'> {
  readonly folder: string;
  readonly report?: string;
  readonly template?: string;
  readonly out?: string;
}

/** `summary`: the review of one vendor's report, prepared for a person to finish. */
export function addSummaryCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('summary')
    .summary('prepare the review of a vendor’s report')
    .description(
      'Writes the review of a vendor’s newest report that has not been reviewed yet, prefilled with what the\n' +
        'report says, each value with a link to its page. It is a draft until a person signs it.',
    )
    .argument('<vendor>', 'the vendor: its name, another name of it, or its id')
    .option('--folder <folder>', 'the folder with the reports', '.')
    .option('--report <path>', 'another report of the vendor, relative to the folder')
    .option('--template <file>', 'a template of your own for the body of the review')
    .option('--out <file>', 'write to this file, which must not exist yet, instead of standard output');
  addLibraryOptions(command).action(async (name: string, options: SummaryOptions) => {
    const { writeSummary } = await import('./write-summary.ts');
    await writeSummary(name, options, terminal);
  });
}
