import type { PageText } from '../../src/core/report/page-text.ts';
import type { ReadDocument, ReadItem, ReadValue } from './score.ts';
import type { Field } from './expected.ts';

/**
 * The reader that everybody writes first: the text of all pages in one string, and a regular expression for each
 * field. It is what the report reader has to beat, and the measure of how hard the fixtures are.
 */
export function readByBaseline(pages: readonly PageText[]): ReadDocument {
  const texts = pages.map(({ runs }) =>
    runs
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s+/g, ' '),
  );
  const whole = texts.join('\n');
  const pageAt = (position: number): number => whole.slice(0, position).split('\n').length;
  const first = (pattern: RegExp, group = 1): ReadValue | undefined => {
    const match = pattern.exec(whole);
    const value = match?.[group]?.trim();
    return match === null || value === undefined ? undefined : { value, page: pageAt(match.index) };
  };
  const date = (value: ReadValue | undefined): ReadValue | undefined => {
    const iso = value === undefined ? undefined : isoDate(value.value);
    return value === undefined || iso === undefined ? undefined : { ...value, value: iso };
  };
  const all = (pattern: RegExp): ReadItem[] =>
    [...whole.matchAll(pattern)].map((match) => ({
      text: (match[1] ?? match[0]).trim(),
      page: pageAt(match.index),
    }));

  const kind = /\bSOC\s?1\b|SSAE/i.test(whole)
    ? 'soc1'
    : /\bSOC\s?2\b/i.test(whole)
      ? 'soc2'
      : /\bSOC\s?3\b/i.test(whole)
        ? 'soc3'
        : 'not-soc';
  const period = new RegExp(`period (?:from |of )?(${DATE})\\s*(?:to|through|-|–)\\s*(${DATE})`, 'i');
  const found: Partial<Record<Field, ReadValue | undefined>> = {
    type: typeOf(first(/\bType\s*(II|I|2|1)\b/i)),
    standard: first(/\b(SSAE\s?(?:No\.\s?)?\d\d|SAS 70|ISAE \d{4}|CSAE \d{4})\b/),
    vendor: first(/To the Management of ([^:\n]{3,60}?)[:.(]/),
    system: first(/description of its ([A-Z][^.(]{3,80}? System)\b/),
    auditor: first(/([A-Z][\w&.,' -]{2,40}?,? (?:LLP|P\.C\.|PLLC))/),
    reportDate: date(first(new RegExp(`in our opinion[\\s\\S]{0,4000}?(${DATE})`, 'i'))),
    periodStart: date(first(period)),
    periodEnd: date(first(period, 2)),
    asOfDate: date(first(new RegExp(`as of (${DATE})`, 'i'))),
    opinion: opinionOf(whole),
    subserviceMethod: /carve-out/i.test(whole)
      ? { value: 'carve-out', page: null }
      : /inclusive method/i.test(whole)
        ? { value: 'inclusive', page: null }
        : undefined,
    categories: categoriesOf(whole),
  };
  return {
    kind,
    fields: Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)),
    lists: {
      subserviceOrganizations: all(
        /\b([A-Z][\w&., ]{2,40}?)\s*(?:\([A-Z]+\)\s*)?(?:for|provides) (?:cloud )?hosting/g,
      ),
      userControls: all(/(User entities are responsible for [^.]+\.)/gi),
      testExceptions: all(/((?:Exceptions? noted|A deviation was noted|Deviation noted)[^.]*\.[^.]*\.)/gi),
      untestedControls: all(/(did not operate during the period[^.]*\.)/gi),
      facilities: all(/\b([A-Z][a-z]+) data cent(?:er|re)/g),
    },
  };
}

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const DATE = `(?:${MONTHS}) \\d{1,2}, \\d{4}`;

function isoDate(text: string): string | undefined {
  const match = new RegExp(`(${MONTHS}) (\\d{1,2}), (\\d{4})`, 'i').exec(text);
  if (match === null) return undefined;
  const month =
    MONTHS.toLowerCase()
      .split('|')
      .indexOf((match[1] ?? '').toLowerCase()) + 1;
  return `${match[3] ?? ''}-${String(month).padStart(2, '0')}-${(match[2] ?? '').padStart(2, '0')}`;
}

const typeOf = (read: ReadValue | undefined): ReadValue | undefined =>
  read === undefined ? undefined : { ...read, value: /^(?:II|2)$/i.test(read.value) ? '2' : '1' };

function opinionOf(text: string): ReadValue | undefined {
  if (/do not express an opinion/i.test(text)) return { value: 'disclaimer', page: null };
  if (/adverse opinion/i.test(text)) return { value: 'adverse', page: null };
  if (/qualified opinion|except for/i.test(text)) return { value: 'qualified', page: null };
  return /in our opinion/i.test(text) ? { value: 'unmodified', page: null } : undefined;
}

function categoriesOf(text: string): ReadValue | undefined {
  const named = ['Security', 'Availability', 'Processing Integrity', 'Confidentiality', 'Privacy'].filter(
    (category) => new RegExp(category, 'i').test(text),
  );
  return named.length === 0 ? undefined : { value: named.join(', '), page: null };
}
