import type { CalendarDate } from '../calendar/calendar-date.ts';
import { compareNames } from '../library/order.ts';
import type { LibraryDocument, LibrarySnapshot, VendorDossier } from '../library/snapshot.ts';
import { foldName } from '../register/vendor-name.ts';
import type { SubserviceMethod, SubserviceOrganization } from '../report/reading.ts';
import { vendorOnDay } from '../standing/on-day.ts';
import { vendorLines } from '../standing/report-lines.ts';
import { count } from '../standing/wording.ts';
import { csv } from '../register/exchange/csv.ts';
import { freshnessInWords, holdingsOf, reportToInWords, type Holding } from './holdings.ts';
import {
  bullets,
  heading,
  link,
  oneLine,
  paragraph,
  renderMarkdown,
  table,
  type Inline,
} from './markdown.ts';
import { pageLink, relativeUrl, type LinkBase } from './report-link.ts';

/** One vendor's reliance on an organization, as its report prints it. */
export interface Reliance {
  readonly dossier: VendorDossier;
  readonly document: LibraryDocument;
  readonly printed: SubserviceOrganization;
  /** Null when the report doesn't say whether it is carved out or included. */
  readonly method: SubserviceMethod | null;
}

/** An organization that vendors of ours rely on. */
export interface SubserviceEntry {
  /** Our own name of it, else the first that a report prints. */
  readonly name: string;
  readonly reliances: readonly Reliance[];
  /** What we hold of it ourselves; null when it is no vendor of ours. */
  readonly holding: Holding | null;
}

function reliancesOf(dossier: VendorDossier, asOf: CalendarDate): Reliance[] {
  const lines = vendorLines(dossier.registered, vendorOnDay(dossier, asOf).reports).counted;
  return lines.flatMap(({ reports: [newest] }) =>
    newest === undefined
      ? []
      : newest.document.reading.subserviceOrganizations.map((printed) => ({
          dossier,
          document: newest.document,
          printed,
          method: newest.document.reading.subserviceMethod?.value ?? null,
        })),
  );
}

/** Whom our vendors rely on: first who most of them rely on. */
export function subserviceView(
  snapshot: Pick<LibrarySnapshot, 'dossiers' | 'register'>,
  asOf: CalendarDate,
): SubserviceEntry[] {
  const holdings = holdingsOf(snapshot, asOf);
  const found = new Map<string, { name: string; reliances: Reliance[]; holding: Holding | null }>();
  const active = snapshot.dossiers.filter(({ registered }) => (registered?.status ?? 'active') === 'active');
  for (const reliance of active.flatMap((dossier) => reliancesOf(dossier, asOf))) {
    const printed = reliance.printed.value;
    const holding = holdings(printed);
    const key = holding === null ? foldName(printed) : `#${holding.dossier.id}`;
    const entry = found.get(key) ?? { name: holding?.dossier.name ?? printed, reliances: [], holding };
    found.set(key, entry);
    entry.reliances.push(reliance);
  }
  return [...found.values()].sort(
    (a, b) => vendorsOf(b.reliances).length - vendorsOf(a.reliances).length || compareNames(a.name, b.name),
  );
}

/** The vendors behind some reliances, each once, by name. */
export const vendorsOf = (reliances: readonly Reliance[]): VendorDossier[] =>
  [...new Set(reliances.map(({ dossier }) => dossier))].sort((a, b) => compareNames(a.name, b.name));

const withMethod = ({ reliances }: SubserviceEntry, method: SubserviceMethod | null): VendorDossier[] =>
  vendorsOf(reliances.filter((reliance) => reliance.method === method));

/** "our report of theirs is stale" */
function holdingInWords(holding: Holding | null): string {
  if (holding === null) return 'it is no vendor of ours';
  return holding.report === null
    ? 'we hold no report of theirs'
    : `our ${reportToInWords(holding.report)} of theirs: ${freshnessInWords(holding.clock)}`;
}

/** "3 vendors carve out Alder Cloud; our SOC 2 Type 2 to 30 Jun 2025 of theirs: stale" */
export function subserviceInWords(entry: SubserviceEntry): string {
  const carved = withMethod(entry, 'carve-out').length;
  const name = oneLine(entry.name);
  const relied =
    carved === 0
      ? `${count(vendorsOf(entry.reliances).length, 'vendor relies', 'vendors rely')} on ${name}`
      : `${count(carved, 'vendor carves', 'vendors carve')} out ${name}`;
  return `${relied}; ${holdingInWords(entry.holding)}`;
}

const names = (dossiers: readonly VendorDossier[]): string =>
  dossiers.map(({ name }) => oneLine(name)).join(', ');

const COLUMNS = [
  'Organization',
  'Carved out by',
  'Included by',
  'Method not printed',
  'Our report of theirs',
  'Its state',
];

function cells(entry: SubserviceEntry): [string, string, string, string, string, string] {
  const { holding } = entry;
  const report = holding?.report ?? null;
  return [
    oneLine(entry.name),
    names(withMethod(entry, 'carve-out')),
    names(withMethod(entry, 'inclusive')),
    names(withMethod(entry, null)),
    report === null ? '' : reportToInWords(report),
    holding === null
      ? 'not among our vendors'
      : holding.report === null
        ? 'none on file'
        : freshnessInWords(holding.clock),
  ];
}

/** Whom our vendors rely on, as a text: the list, and below it each place where a report says so. */
export function subserviceMarkdown(
  entries: readonly SubserviceEntry[],
  base: LinkBase = { folder: '' },
): string {
  const title = heading(1, 'Subservice organizations');
  if (entries.length === 0) {
    return renderMarkdown([title, paragraph('No subservice organization was found in the newest reports.')]);
  }
  return renderMarkdown([
    title,
    table(
      COLUMNS,
      entries.map((entry): Inline[] => {
        const [name, carved, included, unknown, report, state] = cells(entry);
        const path = entry.holding?.report?.path;
        return [
          name,
          carved,
          included,
          unknown,
          path === undefined ? report : link(relativeUrl(base, path), report),
          state,
        ];
      }),
    ),
    ...entries.flatMap((entry) => [
      heading(2, oneLine(entry.name)),
      paragraph(`${subserviceInWords(entry)}.`),
      bullets(
        entry.reliances.map(({ dossier, document, printed }): Inline => [
          `${oneLine(dossier.name)}: ${oneLine(printed.service ?? '') || 'service not printed'}, `,
          pageLink(base, document.path, printed.page, printed.printedPage),
        ]),
      ),
    ]),
  ]);
}

/** Whom our vendors rely on, as CSV. */
export const subserviceCsv = (entries: readonly SubserviceEntry[]): string =>
  csv([COLUMNS, ...entries.map(cells)]);
