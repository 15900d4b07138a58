import Papa from 'papaparse';

/** What spreadsheets put between cells. */
const DELIMITERS = [',', ';', '\t', '|'] as const;

export interface ParsedCsv {
  readonly rows: readonly (readonly string[])[];
  /** What doesn't hold together, with the row as a spreadsheet counts it. */
  readonly problems: readonly { readonly row: number; readonly message: string }[];
}

/** The rows of a CSV file, whatever stands between its cells. */
export function parseCsv(text: string): ParsedCsv {
  const written = text.replace(/^\uFEFF/, '');
  const { data, errors } = Papa.parse<string[]>(written, { delimiter: delimiterOf(written) });
  return {
    rows: data,
    problems: errors.map(({ row, message }) => ({ row: (row ?? 0) + 1, message: `${message}.` })),
  };
}

/** The one that cuts the headings into most cells. A guess from all rows is led astray by lists and empty lines. */
function delimiterOf(text: string): string {
  const cells = (delimiter: string): number =>
    Papa.parse<string[]>(text, { delimiter, preview: 1 }).data[0]?.length ?? 0;
  return DELIMITERS.reduce((best, one) => (cells(one) > cells(best) ? one : best));
}
