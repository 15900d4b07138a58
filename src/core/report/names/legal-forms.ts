/** Legal forms that end an organization's name, in lower case without points, slashes and hyphens. */
const LEGAL_FORMS = new Set(
  (
    'inc incorporated llc llp lllp lp ltd limited corp corporation co company plc pllc pc pa pbc na ulc ' + // US, UK, Ireland, Canada
    'gmbh mbh ag kg kgaa ohg ug se eg ' + // Germany, Austria, Switzerland
    'nv bv bvba cvba vof sa sas sasu sarl sprl srl spa sl slu slp sca scrl sicav ' + // Benelux, France, Italy, Spain
    'oy oyj ab asa as aps ' + // the north
    'sro zoo spzoo dd doo kft zrt ou uab sia ' + // the east
    'pty pte pvt sdnbhd bhd kk gk jsc ltda cpa cpas'
  ).split(' '),
);

/** A word without its points, commas and slashes, in lower case: "L.L.C.," is "llc". */
export const bareWord = (word: string): string => word.toLowerCase().replace(/[.,;:/'"()-]/g, '');

/** True for "Inc.", "L.L.C.", "GmbH", "Inc.'s". */
export const isLegalForm = (word: string): boolean =>
  LEGAL_FORMS.has(bareWord(word.replace(/'s?[,:;.)]*$/, '')));

/** True when the name's last word is a legal form. */
export function hasLegalForm(name: string): boolean {
  const last = name.split(/\s+/).at(-1);
  return last !== undefined && name.includes(' ') && isLegalForm(last);
}

/** The words by which a name is compared: no legal form, no "The", no punctuation, lower case. */
export function nameWords(name: string): string[] {
  const words = name.split(/[\s,]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  while (words.length > 1 && isLegalForm(words.at(-1) ?? '')) words.pop();
  const bare = words.map(bareWord).filter((word) => word !== '');
  return bare.length > 1 && bare[0] === 'the' ? bare.slice(1) : bare;
}
