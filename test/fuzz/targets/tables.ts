import { calendarDate } from '../../../src/core/calendar/calendar-date.ts';
import { mapColumns } from '../../../src/core/register/exchange/columns.ts';
import { csv } from '../../../src/core/register/exchange/csv.ts';
import { planImport, type ImportPlan } from '../../../src/core/register/exchange/plan-import.ts';
import { readVendorTable } from '../../../src/core/register/exchange/read-table.ts';
import { vendorTable } from '../../../src/core/register/exchange/write-table.ts';
import { parseRegister } from '../../../src/core/register/parse-register.ts';
import { foldName } from '../../../src/core/register/vendor-name.ts';
import { decodeText } from '../../../src/extension/adapters/decode-text.ts';
import { parseCsv } from '../../../src/extension/adapters/parse-csv.ts';
import type { Random } from '../../fixtures/random.ts';
import { sampleRegister } from '../../fixtures/sample/register.ts';
import { mutateBytes } from '../mutate-bytes.ts';
import { mutateText } from '../mutate-text.ts';
import { OK, type Outcome } from '../target.ts';

const TODAY = calendarDate('2026-11-21');
const REGISTER = sampleRegister(TODAY);
const namesIn = (register: string): string[] => parseRegister(register).vendors.map(({ name }) => name);
const COMMENTS = REGISTER.split('\n').flatMap((line) => /(?<=^|\s)#.*/.exec(line)?.[0] ?? []);

/** A table that we wrote, and two as companies keep them. */
const TABLES: readonly string[] = [
  csv(vendorTable(parseRegister(REGISTER).vendors.map((vendor) => ({ vendor, reviews: [] })))),
  `Lieferant;Kritikalität;Verantwortlich;Vertragsbeginn;Letzte Prüfung;Ergebnis;Nächste Prüfung
"Northlake; Inc.";mittel;dana@example.com;01.04.2019;31.12.2025;genehmigt;31.12.2026
Birch GmbH;hoch;;1.2.2020;;;
`,
  `Supplier,Also known as,Risk rating,Status,Reason,Locations,Last review date,Reviewed by,Result
"Lakeside, LLC","Lake; Side Hosting",high,terminated,"moved ""away""","Brussels
Frankfurt",12/31/2025,Lee,approved
=HYPERLINK("x"),,low,active,,,3/4/2025,,
`,
];

/** As spreadsheets write it: with or without a mark in front, in one byte for each letter, in two, or as UTF-8. */
function encoded(text: string, random: Random): Uint8Array {
  const encoding = random.pick(['utf8', 'utf16le', 'latin1'] as const);
  const bytes = Buffer.from(random.chance(0.5) ? `\uFEFF${text}` : text, encoding);
  return random.chance(0.3) ? mutateBytes(bytes, random) : bytes;
}

const lost = (detail: string): Outcome => ({ verdict: 'lost', detail });

/** What the plan takes away from the register, or says and doesn't do. */
function missingFrom({ text, added }: ImportPlan): string | undefined {
  const comments = new Set(text.split('\n').flatMap((line) => /(?<=^|\s)#.*/.exec(line)?.[0] ?? []));
  const comment = COMMENTS.find((one) => !comments.has(one));
  if (comment !== undefined) return `the comment ${comment}`;
  const names = new Set(namesIn(text));
  return [...namesIn(REGISTER), ...added].find((name) => !names.has(name));
}

/** Reads a table, and plans its import. */
export function checkTable(random: Random): Outcome {
  const { rows } = parseCsv(decodeText(encoded(mutateText(random.pick(TABLES), random), random)));
  const order = random.pick([undefined, 'day-first', 'month-first'] as const);
  const table = readVendorTable(rows, TODAY, order);
  const told = new Set([...table.vendors, ...table.notes].map(({ row }) => row));
  const nameAt = mapColumns(rows[0] ?? []).at.get('name') ?? Infinity;
  const silent = rows.findIndex(
    (row, index) => index > 0 && foldName(row[nameAt] ?? '') !== '' && !told.has(index + 1),
  );
  if (silent > 0) return lost(`row ${silent + 1} is left out, and nobody is told`);
  const plan = planImport(REGISTER, table);
  const missing = missingFrom(plan);
  if (missing !== undefined) return lost(`${missing} is not in the register after the import`);
  const again = planImport(plan.text, table);
  return again.text === plan.text ? OK : { verdict: 'crash', detail: 'a second import changes something' };
}
