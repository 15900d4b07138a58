import type { Random } from '../fixtures/random.ts';

const TOKENS = [
  ...[
    ':',
    ': ',
    '- ',
    '? ',
    '|',
    '>-',
    '&a ',
    '*a',
    '!!js/function ',
    '!!binary ',
    '<<: *a',
    '#',
    '---\n',
    '...\n',
  ],
  ...['"', "'", '{', '}', '[', ']', ',', '\\', '%', '@', '`', '\t', '\r', '\r\n', '\n\n', '\u0000', '\u0007'],
  ...['\u001b[31m', '\u202e', '\u2028', '\ufeff', '\ud800', '\udfff', '\u{1f600}', '\u00e9', 'e\u0301'],
  ...[
    '__proto__: { polluted: true }\n',
    'constructor: 1\n',
    'null',
    '~',
    'NaN',
    '.inf',
    '-0',
    '1e999',
    '0x10',
  ],
  ...['2026-02-30', '0000-00-00', '9999-12-31', '12 months', '-5 days', '999999999999 months', 'P1Y'],
  ...['<<<<<<< HEAD\n', '=======\n', '>>>>>>> other\n', '||||||| base\n'],
  ...[
    '<script>alert(1)</script>',
    '| a | b |\n| - | - |\n',
    '```\n',
    '=HYPERLINK("http://x")',
    '../../etc/passwd',
  ],
  ...[
    'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n',
    '['.repeat(2000),
    '{a: '.repeat(500),
    'x'.repeat(20_000),
  ],
];
const MOST_CHANGES = 12;

type Change = (text: string, random: Random) => string;

/** The same text as a tired person, a merge, another editor or an attacker would leave it. */
export function mutateText(text: string, random: Random): string {
  let result = text;
  for (let changes = random.int(1, MOST_CHANGES); changes > 0; changes--) {
    result = random.pick(CHANGES)(result, random);
  }
  return result;
}

const cut = (text: string, random: Random, longest: number): [string, string, string] => {
  const from = random.int(0, text.length);
  const to = Math.min(text.length, from + random.int(0, longest));
  return [text.slice(0, from), text.slice(from, to), text.slice(to)];
};

const byLines = (text: string, change: (lines: string[]) => string[]): string =>
  change(text.split('\n')).join('\n');

const CHANGES: readonly Change[] = [
  (text, random) => {
    const [before, , behind] = cut(text, random, 40);
    return before + behind;
  },
  (text, random) => {
    const [before, middle, behind] = cut(text, random, 400);
    return before + middle + middle + behind;
  },
  (text, random) => {
    const [before, , behind] = cut(text, random, 0);
    return before + random.pick(TOKENS) + behind;
  },
  (text, random) => {
    const [before, , behind] = cut(text, random, 12);
    return before + random.pick(TOKENS) + behind;
  },
  (text, random) =>
    byLines(text, (lines) => {
      const at = random.int(0, lines.length - 1);
      return lines.with(at, ' '.repeat(random.int(1, 6)) + (lines[at] ?? ''));
    }),
  (text, random) => byLines(text, (lines) => lines.with(random.int(0, lines.length - 1), random.pick(lines))),
  (text, random) => byLines(text, (lines) => lines.toSpliced(random.int(0, lines.length - 1), 1)),
  (text, random) => (random.chance(0.1) ? text.slice(0, random.int(0, text.length)) : text),
  (text, random) => (random.chance(0.1) ? text.replaceAll('\n', '\r\n') : text),
];
