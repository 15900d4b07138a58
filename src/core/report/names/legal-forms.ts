/** Legal forms that end an organization's name, in lower case without points, slashes and hyphens. */
const LEGAL_FORMS = new Set(
  (
    'inc incorporated llc llp lllp lp ltd limited corp corporation co company plc pllc pc pa pbc na ulc ' + // US, UK, Ireland, Canada
    'gmbh mbh ag kg kgaa ohg ug se eg ' + // Germany, Austria, Switzerland
    'nv bv bvba cvba vof sa sas sasu sarl sprl srl spa sl slu slp sca scrl sicav ' + // Benelux, France, Italy, Spain
    'oy oyj ab asa as aps ' + // the north
    'sro zoo spzoo dd doo kft zrt ou uab sia ' + // the east
    'sàrl sderl sderldecv ' + // of several words, without the spaces
    'pty pte pvt sdnbhd bhd kk gk jsc ltda cpa cpas'
  ).split(' '),
);

/** Legal forms of several words, as they are printed: "S.à r.l.", "Sp. z o.o.", "S. de R.L. de C.V.". */
export const FORM_OF_WORDS = String.raw`(?:S\.?\s?à\s?r\.?\s?l|Sp\.\s?z\s?o\.\s?o|S\.\s?de\s?R\.\s?L(?:\.\s?de\s?C\.\s?V)?)\b\.?`;
const ENDS_IN_FORM_OF_WORDS = new RegExp(String.raw`\s${FORM_OF_WORDS}$`, 'iu');

/** A word without its points, commas and slashes, in lower case: "L.L.C.," is "llc". */
export const bareWord = (word: string): string => word.toLowerCase().replace(/[.,;:/'"()-]/g, '');

/** True for "Inc.", "L.L.C.", "GmbH", "Inc.'s", "S.à r.l.". */
export const isLegalForm = (word: string): boolean =>
  LEGAL_FORMS.has(bareWord(word.replace(/'s?[,:;.)]*$/, '')).replaceAll(/\s/g, ''));

/** True when the name ends in a legal form. */
export function hasLegalForm(name: string): boolean {
  if (ENDS_IN_FORM_OF_WORDS.test(name)) return true;
  const last = name.split(/\s+/).at(-1);
  return last !== undefined && name.includes(' ') && isLegalForm(last);
}

/** The words by which a name is compared: no legal form, no "The", no punctuation, lower case. */
export function nameWords(name: string): string[] {
  const words = name
    .replace(ENDS_IN_FORM_OF_WORDS, '')
    .split(/[\s,]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  while (words.length > 1 && isLegalForm(words.at(-1) ?? '')) words.pop();
  const bare = words.map(bareWord).filter((word) => word !== '');
  return bare.length > 1 && bare[0] === 'the' ? bare.slice(1) : bare;
}
