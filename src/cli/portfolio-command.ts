import { Option, type Command } from 'commander';
import { addSharedOptions, type SharedOptions } from './options.ts';
import { addPeriodOptions, type PeriodOptions } from './period-options.ts';
import type { Terminal } from './terminal.ts';

const FORMATS = ['markdown', 'csv', 'html', 'xlsx'] as const;

export interface PortfolioOptions extends SharedOptions, PeriodOptions {
  readonly format: (typeof FORMATS)[number];
  readonly out?: string;
}

/** `portfolio`: all vendors for an auditor. */
export function addPortfolioCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('portfolio')
    .summary('write all vendors, their reviews and reports, for an auditor')
    .description(
      'The complete list of vendors: what was reviewed in a period, in time or late, what is open, which report is\n' +
        'held, and where each vendor stood on a day.',
    )
    .argument('[folder]', 'the folder with the reports', '.')
    .addOption(
      new Option('--format <format>', 'Markdown, CSV, one HTML page that prints well, or an Excel workbook')
        .choices(FORMATS)
        .default('markdown' satisfies PortfolioOptions['format']),
    )
    .option('--out <file>', 'write to this file, which must not exist yet, instead of standard output');
  addSharedOptions(addPeriodOptions(command)).action(async (folder: string, options: PortfolioOptions) => {
    const { writePortfolio } = await import('./write-portfolio.ts');
    await writePortfolio(folder, options, terminal);
  });
}
