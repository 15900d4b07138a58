import { ENGLISH } from '../../language/language.ts';
import type { Fact } from '../fact.ts';
import { TRUST_SERVICES_CATEGORIES, type TrustServicesCategory } from '../reading.ts';
import { factFrom, type DocumentView } from '../view/document-view.ts';
import type { FlowText, Span } from '../view/flow-text.ts';
import { disagreements, SOURCES } from './recognition.ts';

/** A name whose letters a PDF may have torn apart, "Av ailability". */
const torn = (name: string): string =>
  name
    .toLowerCase()
    .split('')
    .map((letter) => (letter === ' ' ? '\\s+' : letter))
    .join(' ?');
const NAMED = new RegExp(TRUST_SERVICES_CATEGORIES.map(torn).join('|'), 'gi');

/** Stands for each character of a category's name where lists are looked for; cleaned text doesn't hold it. */
const MASK = '\uE000';
/** The text with its categories masked, in the same places: patterns that spelt them out took long to compile. */
const masked = (text: string): string => text.replace(NAMED, (name) => name.replace(/[^\n]/g, MASK));

const CATEGORY = `${MASK}+`;
const LIST = `${CATEGORY}(?:\\s*\\((?:common criteria|the common criteria)\\))?(?:[\\s,;/&•]+(?:and(?: the)?\\s+|and/or\\s+|or\\s+|&\\s*)?${CATEGORY})*`;

/** The criteria's own title, which names all five in every report. */
const CITATION = new RegExp(
  `\\b(?:TSP\\s+section\\s+100A?|(?:2014|2016|2017|2018|2022)\\b|AICPA|TSP\\b)[^.\\n]{0,80}?\\bcriteria(?:,? and illustrations)?,?\\s+for\\s+${LIST}|\\bcriteria\\s+for\\s+${LIST}(?=\\s*[,"(]{1,2}\\s*(?:AICPA|with revised|in AICPA|issued|TSP))`,
  'gi',
);

/** Where a report says which categories it covers. */
const IN_SCOPE: readonly RegExp[] = [
  new RegExp(
    `\\b(?:relevant|related|relating|pertaining)\\s+to\\s+(?:the\\s+)?(?:trust\\s+services?\\s+)?(?:(?:criteria|categor(?:y|ies)|principles?)\\s+(?:of|for)\\s+)?(?<list>${LIST})`,
    'gi',
  ),
  new RegExp(
    `\\b(?:criteria|principles?|categor(?:y|ies))\\s*(?:\\([^)]{0,40}\\)\\s*)?(?:for|of|relevant\\s+to|:|–)\\s*(?:the\\s+)?(?<list>${LIST})`,
    'gi',
  ),
  new RegExp(
    `(?<list>${LIST})\\s*,?\\s+(?:trust\\s+services?\\s+)?(?:categor(?:y|ies)|principles?|criteria)\\b`,
    'gi',
  ),
];
/** A line of the cover that is nothing but the list. */
const COVER_LINE = new RegExp(`(?<=^|\\n)[\\s•]*(?<list>${LIST})\\s*(?=\\n|$)`, 'gi');
const OUT_OF_SCOPE = /\b(?:not|exclud\w+|other than|except|outside|without|omit\w*)\b[^.\n]{0,60}$/i;

interface Mention {
  readonly flow: FlowText;
  readonly span: Span;
  readonly categories: readonly TrustServicesCategory[];
  readonly key: string;
}

export interface CategoriesRead {
  readonly categories: readonly Fact<TrustServicesCategory>[];
  readonly warnings: readonly string[];
}

/** Reads the trust services categories in scope: what the letter says most often, else the assertion, else the cover. */
export function readCategories(view: DocumentView): CategoriesRead {
  const stated = SOURCES.flatMap(({ part, where }) => {
    const mentions = mentionsIn(view.flow(part), part === 'cover' ? [...IN_SCOPE, COVER_LINE] : IN_SCOPE);
    const mention = mostFrequent(mentions);
    return mention === undefined ? [] : [{ where, mention }];
  });
  const [best] = stated;
  const statements = stated.map(({ where, mention }) => ({
    where,
    said: mention.categories.join(', '),
    evidence: mention.flow.evidence(mention.span),
  }));
  return {
    categories: best === undefined ? [] : factsOf(best.mention),
    warnings: disagreements(
      (all) => ENGLISH.say('The categories are stated differently: {0}.', all),
      statements,
    ),
  };
}

function mentionsIn(flow: FlowText, patterns: readonly RegExp[]): Mention[] {
  // Of the same length, so that positions stay.
  const text = masked(flow.text).replace(CITATION, (citation) => '\u0000'.repeat(citation.length));
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      if (OUT_OF_SCOPE.test(text.slice(Math.max(0, match.index - 80), match.index))) return [];
      const list = match.groups?.['list'] ?? '';
      const start = match.index + match[0].lastIndexOf(list);
      const span = { start, end: start + list.length };
      const categories = categoriesIn(flow.text.slice(span.start, span.end));
      const key = [...categories].sort().join('|');
      return [{ flow, span, categories, key }];
    }),
  );
}

const letters = (text: string): string => text.toLowerCase().replace(/\s+/g, '');

function categoriesIn(list: string): TrustServicesCategory[] {
  const named = new Set([...list.matchAll(NAMED)].map((match) => letters(match[0])));
  return TRUST_SERVICES_CATEGORIES.filter((category) => named.has(letters(category)));
}

function mostFrequent(mentions: readonly Mention[]): Mention | undefined {
  const counts = new Map<string, number>();
  for (const { key } of mentions) counts.set(key, (counts.get(key) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return mentions.find(({ key }) => counts.get(key) === most);
}

function factsOf({ flow, span, categories }: Mention): Fact<TrustServicesCategory>[] {
  return categories.map((category) => factFrom(category, flow, span));
}
