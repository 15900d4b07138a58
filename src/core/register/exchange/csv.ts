/** Spreadsheets take such a cell for a formula. Names in it come from strangers' files. */
const FORMULA = /^[=+\-@\t\r]/;

/** A cell by RFC 4180. One that a spreadsheet would run as a formula gets an apostrophe in front, which it hides. */
function cell(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : value.replace(FORMULA, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV, in lines that end as RFC 4180 has it. */
export const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
