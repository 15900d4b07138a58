import type { Span } from '../view/flow-text.ts';
import { bareWord, FORM_OF_WORDS, isLegalForm } from './legal-forms.ts';

export interface NameRead extends Span {
  readonly name: string;
  /** The name was followed by "'s". */
  readonly possessive: boolean;
}

/** Words that stand inside a name in lower case, between two words that begin with a capital. */
const INNER_WORDS = new Set(
  'of and & the for de la le les du des di da del der den van von zu und et y e on in at + |'.split(' '),
);
/** What names no organization, though it stands where a name would. */
const NOT_A_NAME =
  /^(?:the )?(?:service organi[sz]ations?|sub-?service|compan(?:y|ies)|organi[sz]ations?|user entit|users?\b|clients?\b|customers?\b|management\b|board\b|directors\b|service auditors?|independent|auditors?\b|our\b|its\b|their\b|we\b|us\b|this\b|that\b|these\b|such\b|any\b|each\b|all\b|an?\b|section\b|description\b|report\b|system\b|controls?\b|type\b|soc\b|isae\b|ssae\b|sas\b|trust services|american institute|aicpa|international (?:standard|auditing|federation)|as of\b|as at\b|for the\b|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d|whom\b|in\b|to\b|and\b|or\b|is\b|are\b)/i;
const ABBREVIATION =
  /^(?:(?:\p{Lu}\.)+|st\.|bros\.|dept\.|univ\.|mt\.|ft\.|dr\.|no\.|u\.s\.|assoc\.|intl\.|int'l\.?)$/iu;
const LONGEST_NAME = 10;

/** A word of a name, or what stands for one. */
const WORD = new RegExp(String.raw`${FORM_OF_WORDS}\S*|\S+`, 'giu');

interface Token {
  readonly text: string;
  readonly start: number;
}

function tokensFrom(text: string, start: number): Token[] {
  const tokens: Token[] = [];
  WORD.lastIndex = start;
  for (
    let match = WORD.exec(text);
    match !== null && tokens.length < LONGEST_NAME + 4;
    match = WORD.exec(text)
  ) {
    // A line feed before the name is the layout's; one inside of it ends the name, unless a legal form follows.
    const isNewLine = tokens.length > 0 && text.charAt(match.index - 1) === '\n';
    if (isNewLine && !(isLegalForm(match[0]) && tokens.at(-1)?.text.endsWith(','))) break;
    tokens.push({ text: match[0], start: match.index });
  }
  return tokens;
}

const startsLikeName = (word: string | undefined): boolean =>
  word !== undefined && /^["']?[\p{Lu}\p{N}]/u.test(word);

/** "(UK)" in "Acme (UK) Limited", "(Singapore)" in "Acme (Singapore) Private Limited". */
const isInnerParenthesis = (word: string, next: string | undefined, afterNext: string | undefined): boolean =>
  /^\([\p{Lu}][\p{L}.]{1,14}\)$/u.test(word) &&
  next !== undefined &&
  (isLegalForm(next) || (startsLikeName(next) && afterNext !== undefined && isLegalForm(afterNext)));

/** Words in lower case with which names of families, and of companies, begin. */
const PARTICLES = new Set('van von der de den di da du la le al ter ten op'.split(' '));

/**
 * Reads the organization's name that begins at `start`; undefined when none does. It ends at a bracket, a verb, a
 * possessive, or a comma that no legal form follows.
 */
export function readName(text: string, start: number): NameRead | undefined {
  const tokens = tokensFrom(text, start);
  const words: string[] = [];
  let end = start;
  let possessive = false;
  for (let i = 0; i < tokens.length && words.length < LONGEST_NAME; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const next = tokens[i + 1]?.text;
    const step = readWord(token.text, next, tokens[i + 2]?.text, words);
    if (step.word !== '') {
      words.push(step.word);
      end = token.start + token.text.indexOf(step.word.charAt(0)) + step.word.length;
    }
    possessive = step.possessive === true;
    if (step.ends) break;
  }
  while (words.length > 0 && INNER_WORDS.has((words.at(-1) ?? '').toLowerCase())) {
    end -= (words.pop() ?? '').length + 1;
  }
  const name = words
    .join(' ')
    .replaceAll('\n', ' ')
    .replace(/^["'(]+|["',;:]+$/g, '');
  const first = tokens[0];
  if (first === undefined || !/\p{L}/u.test(name) || name.length < 2 || NOT_A_NAME.test(name))
    return undefined;
  return { name, start: first.start, end: Math.max(end, first.start + 1), possessive };
}

interface Step {
  readonly word: string;
  readonly ends: boolean;
  readonly possessive?: boolean;
}
const END: Step = { word: '', ends: true };

function readWord(
  word: string,
  next: string | undefined,
  afterNext: string | undefined,
  before: readonly string[],
): Step {
  const last = before.at(-1);
  const afterLegalForm = last !== undefined && before.length > 1 && isLegalForm(last);
  if (word.startsWith('(')) return isInnerParenthesis(word, next, afterNext) ? { word, ends: false } : END;
  if (afterLegalForm && !isLegalForm(word) && word !== '&') return END;
  if (/^["'][^"']*$/.test(word) && before.length > 0) return END;
  const owned = /^(.+?)(?:'s|(?<=s)')[,:;."]*$/i.exec(word);
  if (owned?.[1] !== undefined && !/^o'/i.test(word)) {
    if (bareWord(owned[1]) === 'management') return END;
    return { word: owned[1], ends: true, possessive: true };
  }
  const bare = word.replace(/[",;:)]+$/, '');
  // "SAS 70" is a standard; "Acme SAS" a company.
  const isStandard = bare === 'SAS' && next !== undefined && /^(?:\d|No)/.test(next);
  if (isStandard) return END;
  if (isLegalForm(bare) && before.length > 0) {
    const goesOn = next !== undefined && (isLegalForm(next) || next === '&') && !/[;:]$/.test(word);
    return { word: goesOn ? word : bare, ends: !goesOn };
  }
  if (!startsLikeName(word)) return readLowerCase(word, next, before);
  if (/[;:"]$/.test(word)) return { word: bare, ends: true };
  if (word.endsWith(','))
    return {
      word: goesOnAfterComma(next, afterNext) ? word : bare,
      ends: !goesOnAfterComma(next, afterNext),
    };
  if (word.endsWith('.') && !ABBREVIATION.test(word)) return { word: word.slice(0, -1), ends: true };
  return { word, ends: false };
}

/** "Acme, Inc." and "Smith, Jones & Partners LLP", but not "Acme, a Delaware corporation". */
const goesOnAfterComma = (next: string | undefined, afterNext: string | undefined): boolean =>
  next !== undefined &&
  (isLegalForm(next) ||
    (startsLikeName(next) &&
      (afterNext === '&' ||
        afterNext === 'and' ||
        next.endsWith(',') ||
        (afterNext !== undefined && isLegalForm(afterNext)))));

function readLowerCase(word: string, next: string | undefined, before: readonly string[]): Step {
  if (before.length === 0) {
    if (bareWord(word) === 'the') return { word: '', ends: false };
    if (PARTICLES.has(word) && next !== undefined && (startsLikeName(next) || PARTICLES.has(next)))
      return { word, ends: false };
    const brand = /^[\p{Ll}\d][\p{L}\p{N}.&'-]+[,.]?$/u.test(word) && !NOT_A_NAME.test(word);
    const looksLikeBrand =
      brand &&
      (/[\p{Lu}\p{N}.]\p{L}/u.test(word) ||
        startsLikeName(next) ||
        (next !== undefined && isLegalForm(next)) ||
        /^[(,]/.test(next ?? ''));
    if (!looksLikeBrand) return END;
    const comma = word.endsWith(',') && next !== undefined && isLegalForm(next);
    return { word: comma ? word : word.replace(/[,.]$/, ''), ends: word.endsWith(',') && !comma };
  }
  const inner =
    (INNER_WORDS.has(word) || PARTICLES.has(word)) &&
    (startsLikeName(next) || (next !== undefined && INNER_WORDS.has(next)));
  return inner ? { word, ends: false } : END;
}

/** Reads the name that begins a stretch of text, and no further than to its end. */
export function readNameIn(text: string, { start, end }: Span): NameRead | undefined {
  const read = readName(text.slice(start, end), 0);
  return read === undefined ? undefined : { ...read, start: start + read.start, end: start + read.end };
}

/** Reads the name that ends right before `end`, as in `Acme, Inc. ("Acme")`; undefined when none does. */
export function readNameBefore(text: string, end: number): NameRead | undefined {
  const from = Math.max(0, end - 120);
  const window = text.slice(from, end);
  const starts = [...window.matchAll(/(?<=^|[\s("])[^\s]/g)]
    .map(({ index }) => from + index)
    .slice(-LONGEST_NAME);
  for (const start of starts) {
    const read = readName(text, start);
    const isBoundary =
      startsLikeName(text.charAt(start)) && !/[\p{Lu}\p{N}][^\s]* $/u.test(text.slice(from, start));
    if (read !== undefined && isBoundary && /^[\s,]*$/.test(text.slice(read.end, end))) return read;
  }
  return undefined;
}
