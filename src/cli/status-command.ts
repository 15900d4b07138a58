import { Option, type Command } from 'commander';
import { addSharedOptions, type SharedOptions } from './options.ts';
import { readLibrary } from './read-library.ts';
import { statusCsv } from './status-csv.ts';
import { statusJson, statusReport, type StatusReport } from './status-report.ts';
import { statusMarkdown, statusTable } from './status-tables.ts';
import { layoutFor, write, type Terminal } from './terminal.ts';

const FORMATS = ['table', 'json', 'markdown', 'csv'] as const;

interface StatusOptions extends SharedOptions {
  readonly format: (typeof FORMATS)[number];
}

/** `status`: which vendors are overdue for their review, and why. */
export function addStatusCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('status')
    .summary('show which vendors need a review, and why')
    .description('Shows where every vendor stands on a day: review, report and coverage, with the reasons.')
    .argument('[folder]', 'the folder with the reports', '.')
    .addOption(
      new Option('--format <format>', 'a table for people; JSON or CSV for programs; Markdown for documents')
        .choices(FORMATS)
        .default('table' satisfies StatusOptions['format']),
    );
  addSharedOptions(command).action(async (folder: string, options: StatusOptions) => {
    const report = statusReport(await readLibrary(folder, options, terminal), options.asOf);
    await write(terminal.out, formatted(report, folder, options.format, terminal));
  });
}

function formatted(
  report: StatusReport,
  folder: string,
  format: StatusOptions['format'],
  terminal: Terminal,
): string {
  switch (format) {
    case 'table':
      return statusTable(report, layoutFor(terminal));
    case 'json':
      return `${JSON.stringify(statusJson(report, folder), null, 2)}\n`;
    case 'markdown':
      return statusMarkdown(report);
    case 'csv':
      return statusCsv(report);
  }
}
