/**
 * How service auditors write the result of a test. Three states, never two: clean, a finding, and a control that did
 * not operate so that it could not be tested. One finding stands among hundreds of clean lines, in which the same
 * words occur: what a line denies is taken out before anything is looked for.
 */
export type ResultState = 'clean' | 'finding' | 'untested';

const THING = String.raw`(?:exceptions?|deviations?|variances?|discrepanc(?:y|ies)|findings?|errors?|anomal(?:y|ies)|issues?)`;
const SEEN = String.raw`(?:noted|identified|found|detected|observed|disclosed|reported|discovered|revealed|noticed)`;

/** "No exceptions noted", "None noted", "Without exception", "did not disclose any deviations". */
const DENIED: readonly RegExp[] = [
  new RegExp(
    String.raw`\bno\s+(?:(?!exceptions?|deviations?)[\w-]+\s+){0,4}?${THING}\b(?:\s+(?:were|was|are|is|have been|has been))?(?:\s+${SEEN})?(?!\s+${SEEN})(?!,?\s+(?:except|other than|apart from|with the exception))`,
    'gi',
  ),
  new RegExp(String.raw`\b(?:none|nothing)\s+(?:was\s+|were\s+)?${SEEN}\b`, 'gi'),
  new RegExp(String.raw`\bwithout\s+(?:any\s+|relevant\s+)?${THING}\b(?:\s+${SEEN})?`, 'gi'),
  new RegExp(
    String.raw`\b(?:did|does|do)\s+not\s+(?:disclose|identify|note|reveal|detect|find|result in)\s+(?:any\s+)?${THING}\b`,
    'gi',
  ),
  new RegExp(
    String.raw`\b(?:if|whether|where|when|any|for)\s+(?:any\s+)?(?:an?\s+|the\s+)?(?:relevant\s+)?${THING}\s+(?:(?:were|was|are|is|have been)\s+)?${SEEN}\b`,
    'gi',
  ),
];

/** A finding says so itself. */
const SAID: readonly RegExp[] = [
  new RegExp(
    String.raw`\b${THING}\s*(?:\([^)]{0,20}\)\s*)?(?:(?:was|were|has been|have been)\s+)?${SEEN}\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:noted|identified|observed|disclosed|revealed|found)\s+(?:an?|one|two|three|the following|several|\d+)\s+(?:relevant\s+)?${THING}\b`,
    'i',
  ),
  /^\s*(?:(?:control|testing|test)\s+)?(?:exceptions?|deviations?)\s*(?:#?\d+\s*)?[:–-]/i,
  /^\s*(?:exceptions?|deviations?)\.?\s*$/i,
  /\bcontrol (?:deviation|exception|failure)s?\b/i,
  /\b(?:did not|was not|were not|not) operat(?:e|ing) effectively\b/i,
];

/** "did not operate during the period", "no occurrences", "not tested". */
const NOT_OPERATED: readonly RegExp[] = [
  /\bdid not (?:operate|occur)\b(?! effectively| as (?:designed|described|intended))/i,
  /\bno (?:such )?(?:occurrences?|instances?|events?|activity|transactions?|population|operation|changes|cases|items|samples?|incidents?|new hires|terminations?)\b[^.]{0,120}\b(?:occurred|during|within|in the|to test|available|existed)\b/i,
  /\b(?:there (?:was|were)|had) no\b[^.]{0,100}\b(?:during|within|throughout) the (?:\w+ )?period\b/i,
  /\bnot tested\b|\b(?:unable to|could not|cannot) (?:be )?test(?:ed)?\b|\bno test(?:ing|s)?(?: of operating effectiveness)? (?:(?:was|were|is) )?(?:performed|possible|required)\b|\bno test(?:ing|s)?\b[^.]{0,60}\bperformed\b/i,
  /\bnon-?occurrence\b|\bcircumstances that warrant[^.]{0,80}did not occur\b|\bnot (?:been )?triggered\b/i,
];

const NUMBER_WORDS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const COUNT = String.raw`(\d{1,4}|${NUMBER_WORDS.join('|')})`;
const SAMPLE = new RegExp(
  String.raw`\b${COUNT}\s*(?:\(\s*(?:\d{1,4}|[a-z]+)\s*\)\s*)?(?:\/\s*|(?:[\p{L}-]+\s+){0,3}?(?:out\s+)?(?:of|from|in|among)\s+(?:an?\s+|the\s+)?(?:(?:total|sample|population|selection)\s+(?:population\s+)?of\s+)?(?:the\s+)?)${COUNT}(?!\s*(?:%|percent|hours?\b|business\b))\b`,
  'giu',
);
/** "Of a sample of 30 accounts, 2 were found …", "a sample of 15 changes and noted that for 2 of them …". */
const SAMPLE_AFTER = new RegExp(
  String.raw`\b(?:of an? |of the )?(?:sample|total|selection) of ${COUNT}\b[^.]{0,80}?(?:,\s*|\bfor\s+|\bthat\s+)${COUNT}\b(?:\s+(?:of (?:them|these|those)|were|was|had|did)\b)?`,
  'iu',
);

const numberOf = (text: string): number => {
  const index = NUMBER_WORDS.indexOf(text.toLowerCase());
  return index < 0 ? Number(text) : index + 1;
};

export interface Sample {
  readonly deviations: number;
  readonly tested: number;
}

const plausible = (deviations: number, tested: number): Sample | null =>
  deviations > 0 && deviations <= tested && tested > 1 ? { deviations, tested } : null;

/** "For 2 of the 25 terminations tested", "one (1) out of 18", "Of a sample of 25, 2 …": null when none is printed. */
export function sampleIn(text: string): Sample | null {
  for (const match of text.matchAll(SAMPLE)) {
    const sample = plausible(numberOf(match[1] ?? ''), numberOf(match[2] ?? ''));
    if (sample !== null) return sample;
  }
  const after = SAMPLE_AFTER.exec(text);
  return after === null ? null : plausible(numberOf(after[2] ?? ''), numberOf(after[1] ?? ''));
}

const FELL_SHORT =
  /\b(?:was|were|had|did|could|has|have) not\b|\bnot (?:performed|reviewed|revoked|documented|completed|available|retained|provided|removed|approved|evidenced)\b|\black(?:ed|ing)\b|\bfailed\b|\bmissing\b|\bno evidence\b|\binstead of\b|\buntimely\b|\blate\b/i;

/** "No other exceptions were noted" says that there is one. */
const NOTHING_ELSE = new RegExp(String.raw`\bno (?:other|further|additional) (?:relevant )?${THING}`, 'i');

/** The end of "No … deviations noted", cut off from its beginning: it says nothing for certain. */
const FRAGMENT = new RegExp(
  String.raw`^(?:relevant |other )?${THING.toLowerCase()}(?: (?:were|was))?(?: ${SEEN})?\.?$`,
);

const withoutDenials = (text: string): string =>
  DENIED.reduce((rest, denied) => rest.replace(denied, ' '), text);

/**
 * The state that a result's text tells; undefined when it tells none. `isAlone` says that the text is nothing but a
 * result: then what fell short is a finding although nobody calls it one.
 */
export function stateOf(text: string, isAlone: boolean): ResultState | undefined {
  const rest = withoutDenials(text);
  const denied = rest !== text;
  if (FRAGMENT.test(text.trim())) return undefined;
  if (SAID.some((said) => said.test(rest))) return 'finding';
  if (NOT_OPERATED.some((wording) => wording.test(text))) return 'untested';
  const clears = denied && !NOTHING_ELSE.test(text);
  if (isAlone && sampleIn(rest) !== null && (!clears || FELL_SHORT.test(rest))) return 'finding';
  if (denied || /^(?:none|n\/?a)\.?$/i.test(text.trim())) return 'clean';
  return isAlone && FELL_SHORT.test(rest) ? 'finding' : undefined;
}

/** Where a further result begins within a cell that holds several. */
const RESULT_BEGINS = new RegExp(
  String.raw`^(?:no\s+(?!other|further|additional)(?:\w+\s+){0,3}${THING}\b|none noted|${THING}\s*(?:${SEEN}|[:–])|an?\s+${THING}\s+(?:was|were)|without exception|not tested)`,
  'i',
);

/** "2." before the result of the second of several tests. */
const RESULT_NUMBER = /^\(?(\d{1,2})[.)]\s+(?=\S)/;

/**
 * Parts the lines of a result cell into results: where they are numbered by their numbers, else where the words of a
 * result begin after the end of another.
 */
export function splitResults(lines: readonly string[]): string[][] {
  const results: string[][] = [];
  let inResponse = false;
  for (const line of lines) {
    const current = results.at(-1);
    const number = RESULT_NUMBER.exec(line);
    const isNext = number !== null && Number(number[1]) === results.length + 1;
    inResponse = !isNext && (inResponse || RESPONSE_LABEL.test(line));
    const begins = RESULT_BEGINS.test(line) && !inResponse && /[.:)]$/.test(current?.at(-1) ?? '.');
    if (isNext) results.push([line.slice(number[0].length)]);
    else if (current === undefined || begins) results.push([line]);
    else current.push(line);
  }
  return results;
}

/** What stands before management's answer to a finding. */
export const RESPONSE_LABEL =
  /\bmanagement(?:'s|s'|s)?\s+(?:response|comments?|reply|remediation)s?\b\s*(?:to [^:.]{0,80})?\s*[:.–-]?\s*/i;

/** An answer that only says where the answer stands. */
const ELSEWHERE = /^(?:please\s+)?(?:see|refer to|is|was|are|can be|has been (?:included|provided))\b/i;

/** Parts a finding from management's answer that stands in the same text; a pointer to an answer is none. */
export function splitAnswer(whole: string): { readonly text: string; readonly answer: string | null } {
  const label = RESPONSE_LABEL.exec(whole);
  if (label === null) return { text: whole.trim(), answer: null };
  const answer = whole.slice(label.index + label[0].length).trim();
  const isPointer = ELSEWHERE.test(answer);
  const isSentence = isPointer && !/[:.–-]\s*$/.test(label[0]);
  const text = isSentence ? whole : whole.slice(0, label.index);
  return { text: text.trim(), answer: answer === '' || isPointer ? null : answer };
}
