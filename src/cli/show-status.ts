import { readLibrary } from './read-library.ts';
import type { StatusOptions } from './status-command.ts';
import { statusCsv } from './status-csv.ts';
import { statusJson, statusReport, type StatusReport } from './status-report.ts';
import { statusMarkdown, statusTable } from './status-tables.ts';
import { layoutFor, write, type Terminal } from './terminal.ts';

/** Prints where every vendor of a folder stands. */
export async function showStatus(folder: string, options: StatusOptions, terminal: Terminal): Promise<void> {
  const report = statusReport(await readLibrary(folder, options, terminal), options.asOf);
  await write(terminal.out, formatted(report, folder, options.format, terminal));
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
