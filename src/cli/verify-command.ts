import type { Command } from 'commander';
import type { Terminal } from './terminal.ts';

export interface VerifyOptions {
  readonly reviews: string;
  readonly exclude?: readonly string[];
  readonly reportsElsewhere: boolean;
}

/** `verify`: whether reviews still belong to the PDFs that were reviewed. */
export function addVerifyCommand(program: Command, terminal: Terminal): void {
  program
    .command('verify')
    .summary('check all reviews against their PDFs')
    .description(
      'Hashes every PDF below a folder as it is now, and lists the reviews that differ: whose PDF has changed, is\n' +
        'missing or has moved, and that were edited after they were completed. Exit status 1 when one differs.',
    )
    .argument('[folder]', 'the folder with the reports', '.')
    .option('--reviews <folder>', 'the folder of the reviews, relative to the folder', 'reviews')
    .option(
      '--exclude <pattern>',
      'leave out files or folders; may be given several times',
      (pattern: string, before: readonly string[] | undefined) => [...(before ?? []), pattern],
    )
    .option(
      '--reports-elsewhere',
      'PDFs may be kept outside of the folder: one that is missing is no difference',
      false,
    )
    .action(async (named: string, options: VerifyOptions) => {
      const { verifyReviews } = await import('./verify-reviews.ts');
      await verifyReviews(named, options, terminal);
    });
}
