import type { Conclusion } from '../../review/review.ts';
import type { Role, Serves, Tier, VendorStatus } from '../register.ts';
import { foldedWords } from '../vendor-name.ts';

/** The words that tables of vendors use for what the register says in one of a few words, in English and German. */
const words = <T extends string>(byValue: Readonly<Record<T, string>>): ReadonlyMap<string, T> =>
  new Map(
    (Object.keys(byValue) as T[]).flatMap((value) =>
      [value, ...byValue[value].split('|')].map((word): [string, T] => [foldedWords(word).join(' '), value]),
    ),
  );

export const TIER_WORDS = words<Tier>({
  critical: 'very high|business critical|kritisch|sehr hoch',
  high: 'hoch',
  moderate: 'medium|mittel',
  low: 'niedrig|gering',
});

export const ROLE_WORDS = words<Role>({
  'service provider': 'provider|supplier|vendor|processor|dienstleister|lieferant|auftragsverarbeiter',
  partner: 'business partner|reseller|geschäftspartner',
});

export const SERVES_WORDS = words<Serves>({
  clients: 'client|customers|customer|external|kunden|kunde|extern',
  'internal users': 'internal|employees|staff|intern|mitarbeiter|interne nutzer|interne benutzer',
  both: 'all|clients and internal users|internal and external|beide|alle|intern und extern',
});

export const STATUS_WORDS = words<VendorStatus>({
  active: 'yes|live|in use|current|aktiv|ja',
  terminated: 'inactive|no|ended|offboarded|closed|former|beendet|inaktiv|gekündigt|nein',
  exempt: 'not required|out of scope|exempted|befreit|ausgenommen|nicht erforderlich',
});

export const CONCLUSION_WORDS = words<Conclusion>({
  acceptable: 'accepted|approved|pass|passed|ok|satisfactory|akzeptabel|bestanden|genehmigt|in ordnung',
  'acceptable with exceptions':
    'accepted with exceptions|approved with conditions|conditional|conditionally approved|passed with exceptions|' +
    'mit auflagen|akzeptabel mit ausnahmen|bedingt',
  'not acceptable':
    'rejected|not approved|fail|failed|unsatisfactory|nicht akzeptabel|abgelehnt|nicht bestanden',
});

/** The value that a cell's word means; undefined when it is none of ours. */
export const meaningOf = <T>(meanings: ReadonlyMap<string, T>, cell: string): T | undefined =>
  meanings.get(foldedWords(cell).join(' '));

/** The fields of a vendor that take one of a few words. */
export const MEANINGS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map<
  string,
  ReadonlyMap<string, string>
>([
  ['tier', TIER_WORDS],
  ['role', ROLE_WORDS],
  ['serves', SERVES_WORDS],
  ['status', STATUS_WORDS],
]);
