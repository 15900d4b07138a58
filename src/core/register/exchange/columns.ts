import { VENDOR_TEXT_FIELDS } from '../edit-register.ts';
import { foldedWords } from '../vendor-name.ts';

/** What a column of a table of vendors holds, in the order in which tables are written. */
export const COLUMNS = [
  'name',
  'aliases',
  ...VENDOR_TEXT_FIELDS,
  'facilities',
  'lastReview',
  'reviewer',
  'conclusion',
  'nextReview',
] as const;
export type Column = (typeof COLUMNS)[number];

/** How each column is headed in the tables that we write. */
export const HEADINGS: Readonly<Record<Column, string>> = {
  name: 'name',
  aliases: 'aliases',
  role: 'role',
  serves: 'serves',
  tier: 'tier',
  owner: 'owner',
  contact: 'contact',
  since: 'since',
  status: 'status',
  statusReason: 'status reason',
  facilities: 'facilities',
  lastReview: 'last review',
  reviewer: 'reviewer',
  conclusion: 'conclusion',
  nextReview: 'next review',
};

/** What companies head these columns with, in English and German; compared without case and punctuation. */
const SYNONYMS: Readonly<Record<Column, string>> = {
  name:
    'vendor|vendor name|supplier|supplier name|third party|third party name|service provider|provider|company|organization|organisation|' +
    'lieferant|lieferantenname|dienstleister|anbieter|firma|unternehmen|name des lieferanten',
  aliases:
    'alias|also known as|aka|other names|legal name|legal entity|weitere namen|auch bekannt als|rechtlicher name',
  role: 'relationship|vendor type|type of vendor|rolle|art|lieferantentyp',
  serves: 'serves whom|used by|scope|users|dient|nutzer|genutzt von|für wen',
  tier: 'criticality|risk tier|risk|risk level|risk rating|rating|priority|kritikalität|risiko|risikostufe|risikoklasse|stufe|einstufung',
  owner:
    'business owner|relationship owner|vendor owner|internal owner|responsible|responsible person|accountable|' +
    'verantwortlich|verantwortlicher|verantwortliche|verantwortliche person|zuständig|fachverantwortlicher',
  contact: 'vendor contact|contact email|contact e mail|email|e mail|kontakt|ansprechpartner|kontakt e mail',
  since:
    'start date|contract start|contract date|onboarded|onboarding date|vendor since|seit|vertragsbeginn|beginn|kunde seit',
  status: 'state|vendor status|active|lifecycle|zustand|aktiv',
  statusReason: 'reason|status comment|reason for status|grund|begründung|statusgrund',
  facilities:
    'facility|locations|location|data centers|data centres|sites|site|standort|standorte|rechenzentrum|rechenzentren',
  lastReview:
    'last review date|last reviewed|reviewed|reviewed on|review date|date of last review|last assessment|last assessment date|' +
    'letzte prüfung|letzte überprüfung|geprüft am|zuletzt geprüft|datum der letzten prüfung|prüfdatum',
  reviewer: 'reviewed by|assessor|assessed by|prüfer|prüferin|geprüft von|geprüft durch',
  conclusion: 'result|review result|outcome|decision|assessment result|ergebnis|prüfergebnis|bewertung|fazit',
  nextReview:
    'next review date|review due|next review due|due date|due|next assessment|nächste prüfung|nächste überprüfung|fällig|fällig am|' +
    'nächster termin',
};

const folded = (heading: string): string => foldedWords(heading).join(' ');

const BY_HEADING: ReadonlyMap<string, Column> = new Map(
  COLUMNS.flatMap((column) =>
    [HEADINGS[column], column, ...SYNONYMS[column].split('|')].map((heading): [string, Column] => [
      folded(heading),
      column,
    ]),
  ),
);

export interface MappedColumns {
  /** The number of each column that was recognised, counted from 0. */
  readonly at: ReadonlyMap<Column, number>;
  /** Headings that mean nothing to us, or a second time the same: what stands below them is not taken over. */
  readonly unknown: readonly string[];
}

/** Tells the columns of a table by its first row. */
export function mapColumns(headings: readonly string[]): MappedColumns {
  const at = new Map<Column, number>();
  const unknown: string[] = [];
  for (const [index, heading] of headings.entries()) {
    const column = BY_HEADING.get(folded(heading));
    if (column !== undefined && !at.has(column)) at.set(column, index);
    else if (heading.trim() !== '') unknown.push(heading.trim());
  }
  return { at, unknown };
}
