/**
 * Legal forms as they stand at the end of a firm's name, without their periods. They say how a firm is
 * incorporated, not which firm it is; registers and reports rarely agree on them.
 */
const LEGAL_FORMS = new Set(
  [
    'inc incorporated corp corporation co company llc lllp llp lp ltd limited plc pc pllc',
    'gmbh mbh ag kg kgaa ohg ug se ev eg',
    'sa sas sarl rl srl spa sl slu sca scrl sprl bvba asbl cv nv bv vof',
    'ab as asa aps oy oyj kk gk pty pte pvt sdn bhd jsc ooo zrt kft doo sro',
  ].flatMap((line) => line.split(' ')),
);

/** Words that only connect a legal form to what stands before it: "GmbH & Co. KG". */
const CONNECTIVES = new Set(['and']);

/** Names that Windows keeps for devices: no folder can be called so. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Long enough to recognise a vendor by, short enough for every file system. */
const MAX_ID_LENGTH = 60;

/** The words of a text without case, accents and punctuation: "Colocation (FRA-1)" is colocation, fra, 1. */
export const foldedWords = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’ʼ.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

function withoutLegalForms(all: readonly string[]): readonly string[] {
  let end = all.length;
  for (; end > 1; end--) {
    const last = all[end - 1] ?? '';
    if (!LEGAL_FORMS.has(last) && !CONNECTIVES.has(last)) break;
  }
  const start = all[0] === 'the' && end > 1 ? 1 : 0;
  return all.slice(start, end);
}

/**
 * The name as it is compared: case, accents, punctuation, a leading "The" and legal forms at the end don't
 * count. "InterXion Holding, N.V." and "interxion holding" are the same. Empty for a name without any letter
 * or digit.
 */
export const foldName = (name: string): string => withoutLegalForms(foldedWords(name)).join(' ');

/** True when two names are the same firm's as far as writing goes. */
export const isSameName = (a: string, b: string): boolean => {
  const folded = foldName(a);
  return folded !== '' && folded === foldName(b);
};

/**
 * A vendor's id: its folded name, fit for a folder's name and for a URL: "interxion-holding". The same for all
 * spellings of one name; different names may share an id only when they differ after the 60th character.
 */
export function vendorId(name: string): string {
  const id = foldName(name).replace(/ /g, '-').slice(0, MAX_ID_LENGTH).replace(/-+$/, '');
  if (id === '') {
    const codes = Array.from(name.trim(), (character) => character.codePointAt(0)?.toString(16) ?? '');
    return `vendor-${codes.join('')}`.slice(0, MAX_ID_LENGTH);
  }
  return DEVICE_NAME.test(id) ? `${id}-vendor` : id;
}
