import type { LibraryDocument, VendorDossier } from '../library/snapshot.ts';
import { kindInWords } from '../register/expected-report.ts';
import { vendorEntry, type NewVendor } from '../register/edit-register.ts';
import { foldName } from '../register/vendor-name.ts';
import { listItem } from '../register/yaml-edit.ts';

const HEAD = `# Who our vendors are. Made from what our reports print: look over the names, and fill in what reports can't tell.
#
#   aliases   other names that its reports print
#   role      service provider, partner
#   serves    clients, internal users, both
#   tier      critical, high, moderate, low: decides how often we review it
#   owner     who answers for the vendor, a name or a mail address
#   contact   where the vendor is asked for its reports
#   since     the day since which it is our vendor, 2024-04-01
#   status    active, terminated, exempt; with a statusReason
#   services  what it does for us, with the reports that we expect
#   facilities  the ones that we use: a report should examine them
#   files     its files whatever they print: ["vendors/acme/**"]
#
# A vendor that has handed over no report yet is added the same way.
vendors:
`;

/** Reports of one kind from so many years on are a series that goes on. */
const FEWEST_OF_A_SERIES = 2;

/** The names that a vendor's reports print, the newest first, less its own. */
function aliasesOf({ name, reports, bridgeLetters }: VendorDossier): string[] {
  const byFolded = new Map<string, string>();
  for (const { reading } of [...reports, ...bridgeLetters]) {
    for (const { value } of [
      ...(reading.vendor === null ? [] : [reading.vendor]),
      ...reading.vendorAliases,
    ]) {
      const folded = foldName(value);
      if (folded !== '' && folded !== foldName(name) && !byFolded.has(folded)) byFolded.set(folded, value);
    }
  }
  return [...byFolded.values()];
}

/** The kinds of which a vendor has handed over reports for several periods: those it will hand over again. */
function seriesOf(reports: readonly LibraryDocument[]): string[] {
  const ends = new Map<string, Set<string>>();
  for (const { reading } of reports) {
    const end = reading.periodEnd?.value;
    if (end === undefined) continue;
    const kind = kindInWords(reading);
    ends.set(kind, (ends.get(kind) ?? new Set()).add(end));
  }
  return [...ends].flatMap(([kind, periods]) => (periods.size >= FEWEST_OF_A_SERIES ? [kind] : [])).sort();
}

const systemOf = (reports: readonly LibraryDocument[]): string | undefined =>
  reports.find(({ reading }) => reading.system !== null)?.reading.system?.value;

function vendorOf(dossier: VendorDossier, taken: Set<string>): NewVendor {
  // A name that two vendors print is nobody's alias: whose it is, a person has to say.
  const aliases = aliasesOf(dossier).filter((alias) => !taken.has(foldName(alias)));
  for (const alias of aliases) taken.add(foldName(alias));
  const expects = seriesOf(dossier.reports);
  const service = systemOf(dossier.reports);
  return {
    name: dossier.name,
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(expects.length === 0 || service === undefined ? {} : { services: [{ name: service, expects }] }),
  };
}

/**
 * A first register from what the reports say: the vendors' names as printed, their other names, and as expected
 * reports only those that have come year after year. Nothing is guessed that no report says.
 *
 * @param dossiers in the order in which they are to stand in the file
 */
export function registerFromReports(dossiers: readonly VendorDossier[]): string {
  const taken = new Set(dossiers.map(({ name }) => foldName(name)));
  const named = dossiers.filter(({ name }) => foldName(name) !== '');
  if (named.length === 0) return HEAD;
  const entries = named.flatMap((dossier) => listItem(vendorEntry(vendorOf(dossier, taken)).block, '  '));
  return `${HEAD}${entries.join('\n')}\n`;
}
