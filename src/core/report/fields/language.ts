/** Words that every text of a language is full of, and no other's. */
const COMMON_WORDS: Readonly<Record<string, readonly string[]>> = {
  English: [
    'the',
    'of',
    'and',
    'to',
    'for',
    'is',
    'are',
    'that',
    'with',
    'by',
    'was',
    'were',
    'this',
    'from',
    'our',
  ],
  German: [
    'der',
    'die',
    'das',
    'und',
    'des',
    'den',
    'dem',
    'für',
    'von',
    'mit',
    'nicht',
    'eine',
    'wir',
    'im',
    'zum',
  ],
  French: [
    'le',
    'les',
    'des',
    'du',
    'et',
    'une',
    'dans',
    'pour',
    'par',
    'sur',
    'que',
    'aux',
    'nous',
    'est',
    'sont',
  ],
  Spanish: [
    'el',
    'los',
    'las',
    'del',
    'y',
    'una',
    'para',
    'por',
    'que',
    'con',
    'al',
    'se',
    'su',
    'nuestra',
    'como',
  ],
  Italian: [
    'il',
    'gli',
    'della',
    'delle',
    'dei',
    'di',
    'una',
    'per',
    'che',
    'con',
    'nel',
    'sono',
    'del',
    'alla',
    'nostra',
  ],
  Dutch: [
    'het',
    'een',
    'van',
    'en',
    'zijn',
    'voor',
    'met',
    'door',
    'niet',
    'op',
    'onze',
    'wij',
    'aan',
    'bij',
    'dat',
  ],
  Portuguese: [
    'o',
    'os',
    'da',
    'do',
    'das',
    'dos',
    'uma',
    'para',
    'com',
    'não',
    'que',
    'em',
    'ao',
    'nossa',
    'pela',
  ],
  Swedish: [
    'och',
    'att',
    'som',
    'för',
    'av',
    'med',
    'är',
    'till',
    'den',
    'det',
    'har',
    'inte',
    'vi',
    'om',
    'på',
  ],
  Danish: ['og', 'at', 'som', 'for', 'af', 'med', 'er', 'til', 'det', 'har', 'ikke', 'vi', 'om', 'på', 'den'],
};
const SCRIPTS: readonly (readonly [language: string, script: RegExp])[] = [
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Korean', /\p{Script=Hangul}/gu],
  ['Chinese', /\p{Script=Han}/gu],
  ['Russian', /\p{Script=Cyrillic}/gu],
  ['Hebrew', /\p{Script=Hebrew}/gu],
  ['Arabic', /\p{Script=Arabic}/gu],
  ['Greek', /\p{Script=Greek}/gu],
];
const ENOUGH_WORDS = 40;
/** So many characters tell a text's language. */
export const LANGUAGE_SAMPLE = 12_000;

/** The language that a text is written in, by its English name; "English" when nothing speaks against it. */
export function languageOf(text: string): string {
  const sample = text.slice(0, LANGUAGE_SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, script] of SCRIPTS)
    if ((sample.match(script)?.length ?? 0) > letters * 0.3 && letters > ENOUGH_WORDS) return language;
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < ENOUGH_WORDS) return 'English';
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const scores = Object.entries(COMMON_WORDS).map(
    ([language, common]) =>
      [language, common.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0)] as const,
  );
  const [best] = scores.sort((a, b) => b[1] - a[1]);
  const english = scores.find(([language]) => language === 'English')?.[1] ?? 0;
  return best !== undefined && best[1] > english * 2 && best[1] > words.length * 0.05 ? best[0] : 'English';
}
