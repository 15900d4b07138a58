import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { withDecidedEntries } from '../../../src/core/register/corrected-entries.ts';
import { correctedReading } from '../../../src/core/register/corrected-reading.ts';
import { setCorrection } from '../../../src/core/register/edit-corrections.ts';
import { confirming, pointAt, type EntryChange } from '../../../src/core/register/edit-entries.ts';
import { keyOfDecision, type EntryDecision } from '../../../src/core/register/entry-decision.ts';
import { parseRegister } from '../../../src/core/register/parse-register.ts';
import {
  emptyReading,
  ENTRY_LISTS,
  type DocumentReading,
  type TestException,
} from '../../../src/core/report/reading.ts';
import { withConfirmedEntry } from '../../../src/core/review/edit-confirmed-entries.ts';
import { parseReview } from '../../../src/core/review/parse-review.ts';
import { fact } from '../standing/samples.ts';

const SHA = 'ab'.repeat(32);
const file = { path: 'x/report.pdf', sha256: SHA };
const dana = { by: 'Dana', on: '2026-11-21' };

const exception = (control: string | null, text: string, page: number): TestException => ({
  control,
  text,
  page,
  sample: null,
  managementResponse: { text: 'Corrected.', page, section: 'tests' },
});

const LATE = exception('CC6.2', 'For 2 of the 25 terminations tested, access was removed late.', 77);
const UNAPPROVED = exception('CC8.1', 'For 1 of 40 changes, no approval was on file.', 80);
const REPORT: DocumentReading = {
  ...emptyReading('soc2', null, 96),
  testExceptions: [LATE, UNAPPROVED],
  userControls: [{ id: 'CUEC-1', text: 'Restrict access lists.', page: 31 }],
  subserviceOrganizations: [
    { ...fact('Alder Cloud', 18), quote: 'We rely on Alder Cloud.', service: 'hosting' },
  ],
  facilities: [{ ...fact('Sydney', 9), inScope: false }],
};

const entriesOf = (lines: string) =>
  parseRegister(
    `corrections:\n  - file: x.pdf\n    sha256: ${SHA}\n    by: Dana\n    on: 2026-11-21\n    entries:\n${lines}`,
  );
/** The report after what is written below `entries`. */
function decide(lines: string, reading = REPORT): DocumentReading {
  const { corrections, problems } = entriesOf(lines);
  assert.deepEqual(problems, []);
  return correctedReading(reading, corrections[0]!);
}
const late = `page: 77, number: CC6.2`;

describe('decisions about single entries, in the register', () => {
  it('are read with their list, their words and who decided them', () => {
    const { corrections, problems } = entriesOf(
      `      - { list: testExceptions, corrected: "3 of 25", number: 6.2, page: 77, read: { number: CC6, text: "2 of 25" }, quote: "… 3 of 25 …" }
      - { list: facilities, added: Ghent, page: 9, by: Lee }
`,
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(corrections[0]?.entries, [
      {
        list: 'testExceptions',
        is: 'corrected',
        read: { number: 'CC6', text: '2 of 25' },
        says: { number: '6.2', text: '3 of 25' },
        page: 77,
        quote: '… 3 of 25 …',
        ...dana,
      },
      {
        list: 'facilities',
        is: 'added',
        read: { number: null, text: 'Ghent' },
        says: { number: null, text: 'Ghent' },
        page: 9,
        quote: null,
        by: 'Lee',
        on: null,
      },
    ]);
  });

  it('say what is wrong with one at its line, which costs only that one', () => {
    const cases: readonly (readonly [line: string, message: RegExp])[] = [
      ['{ list: testExceptions, page: 77 }', /must have its words after one of "confirmed"/],
      ['{ list: testExceptions, confirmed: a, absent: a, page: 77 }', /after one of "confirmed"/],
      ['{ list: testExceptions, corrected: a, page: 77 }', /with "corrected" also "read"/],
      ['{ list: testExceptons, confirmed: a, page: 77 }', /Did you mean "testExceptions"/],
      ['{ list: testExceptions, confirmed: a }', /This entry has no page/],
      ['{ list: testExceptions, confirmed: a, pge: 77, page: 77 }', /Unknown key "pge"; did you mean "page"/],
    ];
    for (const [line, message] of cases) {
      const { corrections, problems } = entriesOf(
        `      - ${line}\n      - { list: facilities, absent: Oslo, page: 3 }\n`,
      );
      assert.match(problems[0]?.message ?? '', message);
      assert.ok(
        problems.every((problem) => problem.line === 7),
        line,
      );
      assert.equal(corrections[0]?.entries.at(-1)?.says.text, 'Oslo');
    }
  });

  it('count once: of two about one entry the first, and the other is named', () => {
    const twice = `- { list: facilities, added: Oslo, page: 3 }\n      - { list: facilities, absent: OSLO, page: 3 }\n`;
    const { corrections, problems } = entriesOf(`      ${twice}`);
    assert.deepEqual(
      problems.map(({ message, line }) => [message, line]),
      [['An entry of entries is decided on twice: the first decision counts.', 8]],
    );
    assert.deepEqual(
      corrections[0]?.entries.map(({ is }) => is),
      ['added'],
    );
  });

  it('cost no review when one in its front matter isn’t understood', () => {
    const { state, problems, record } = parseReview(
      'r.md',
      '---\nvendor: Northlake\nconfirmedEntries:\n  - { list: facilities, absent: Oslo }\n  - { list: facilities, absent: Ghent, page: 3 }\n---\n',
    );
    assert.equal(state, 'draft');
    assert.deepEqual(
      problems.map(({ severity, line }) => [severity, line]),
      [['warning', 4]],
    );
    assert.deepEqual(
      record?.confirmedEntries?.map(({ says }) => says.text),
      ['Ghent'],
    );
  });
});

describe('a reading with decided entries', () => {
  it('confirms one entry and leaves the others as they are', () => {
    const { testExceptions } = decide(
      `      - { list: testExceptions, confirmed: "${LATE.text}", ${late} }\n`,
    );
    assert.deepEqual(testExceptions, [
      {
        ...LATE,
        sample: { deviations: 2, tested: 25 },
        decided: { source: 'confirmed', ...dana, read: { number: 'CC6.2', text: LATE.text } },
      },
      UNAPPROVED,
    ]);
  });

  it('corrects words and number, keeps the response, and counts anew', () => {
    const text = 'For 3 of the 25 terminations tested, access was removed late.';
    const [corrected] = decide(
      `      - { list: testExceptions, corrected: "${text}", number: CC6.3, page: 77, read: { number: CC6.2, text: "${LATE.text}" } }\n`,
    ).testExceptions;
    assert.deepEqual([corrected?.control, corrected?.text], ['CC6.3', text]);
    assert.deepEqual(corrected?.sample, { deviations: 3, tested: 25 });
    assert.deepEqual(corrected.managementResponse, LATE.managementResponse);
    assert.equal(corrected.decided?.source, 'corrected');
  });

  it('takes one out, and still says that it was read and who took it out', () => {
    const { testExceptions, absentEntries } = decide(
      `      - { list: testExceptions, absent: "${LATE.text}", ${late} }\n`,
    );
    assert.deepEqual(testExceptions, [UNAPPROVED]);
    assert.deepEqual(absentEntries, [
      { list: 'testExceptions', number: 'CC6.2', text: LATE.text, page: 77, decided: dana },
    ]);
  });

  it('adds what was missed at its place in the report', () => {
    const reading =
      decide(`      - { list: testExceptions, added: "1 of 9 unsigned.", page: 78, quote: "(1 of 9) unsigned" }
      - { list: subserviceOrganizations, added: Birch, page: 18 }
      - { list: facilities, added: Ghent, page: 9 }
`);
    assert.deepEqual(
      reading.testExceptions.map(({ text, page, decided }) => [text, page, decided?.source]),
      [
        [LATE.text, 77, undefined],
        ['1 of 9 unsigned.', 78, 'added'],
        [UNAPPROVED.text, 80, undefined],
      ],
    );
    assert.equal(reading.testExceptions[1]?.decided?.cited, '(1 of 9) unsigned');
    assert.deepEqual(
      reading.subserviceOrganizations.map(({ value, service }) => [value, service]),
      [
        ['Alder Cloud', 'hosting'],
        ['Birch', null],
      ],
    );
    assert.deepEqual(
      reading.facilities.map(({ value, inScope }) => [value, inScope]),
      [
        ['Sydney', false],
        ['Ghent', true],
      ],
    );
  });

  it('knows an entry again that a better reader joins, cuts or numbers otherwise', () => {
    const line = `      - { list: testExceptions, confirmed: "${LATE.text}", ${late} }\n`;
    for (const read of [
      { ...LATE, text: 'For 2 of the 25 termi- nations tested, access  was removed late' },
      { ...LATE, text: LATE.text.replace('For 2 ', '2 ') },
      { ...LATE, control: null },
      { ...LATE, page: 78 },
    ]) {
      const { testExceptions, warnings } = decide(line, { ...REPORT, testExceptions: [UNAPPROVED, read] });
      assert.deepEqual(
        testExceptions.map(({ text, decided }) => [text, decided?.isUnread]),
        [
          [UNAPPROVED.text, undefined],
          [LATE.text, undefined],
        ],
        read.text,
      );
      assert.deepEqual(warnings, []);
    }
  });

  it('never takes another entry for the one that was meant: both stay, and it is said', () => {
    const line = `      - { list: testExceptions, confirmed: "${LATE.text}", ${late} }\n`;
    const others = [
      { ...LATE, text: `${LATE.text} One never was.` },
      { ...LATE, text: `${LATE.text} In addition, 4 of 30 new accounts had no approval on file.` },
      { ...LATE, control: 'CC6.3' },
      { ...LATE, text: 'For 2 of the 25 new hires tested, access was granted early.' },
    ];
    for (const other of others) {
      const { testExceptions, warnings } = decide(line, { ...REPORT, testExceptions: [other] });
      assert.equal(testExceptions.length, 2, other.text);
      assert.deepEqual(
        testExceptions.filter(({ decided }) => decided === undefined),
        [other],
      );
      assert.equal(testExceptions.find(({ decided }) => decided !== undefined)?.decided?.isUnread, true);
      assert.match(warnings.join(), /isn’t read any more on page 77: “For 2 of the 25 .*Compare it/);
    }
  });

  it('has an added entry once when the program learns to read it', () => {
    const { testExceptions, warnings } = decide(
      `      - { list: testExceptions, added: "${LATE.text}", ${late} }\n`,
    );
    assert.equal(testExceptions.length, 2);
    assert.equal(testExceptions[0]?.decided?.source, 'confirmed');
    assert.deepEqual(warnings, []);
  });

  it('follows what counts more, entry by entry', () => {
    const of = (lines: string) => entriesOf(lines).corrections[0]!;
    const register = of(`      - { list: testExceptions, absent: "${LATE.text}", ${late} }
      - { list: testExceptions, added: "1 of 9 unsigned.", page: 78, by: Lee }
      - { list: subserviceOrganizations, absent: Alder Cloud, page: 18 }
`);
    const review = {
      ...of(`      - { list: testExceptions, confirmed: "${LATE.text}", ${late} }
      - { list: testExceptions, corrected: "2 of 9 unsigned.", page: 78, read: { text: "1 of 9 unsigned." } }
`),
      facts: {
        subserviceOrganizations: {
          is: 'corrected' as const,
          value: ['Alder Cloud', 'Birch'],
          page: null,
          quote: null,
        },
      },
    };
    const { testExceptions, subserviceOrganizations, absentEntries } = correctedReading(
      REPORT,
      register,
      review,
    );
    assert.deepEqual(
      testExceptions.map(({ text, decided }) => [text, decided?.source, decided?.by]),
      [
        [LATE.text, 'confirmed', 'Dana'],
        ['2 of 9 unsigned.', 'added', 'Dana'],
        [UNAPPROVED.text, undefined, undefined],
      ],
    );
    assert.deepEqual(testExceptions[0]?.managementResponse, LATE.managementResponse);
    assert.deepEqual(
      subserviceOrganizations.map(({ value }) => value),
      ['Alder Cloud', 'Birch'],
    );
    assert.equal(absentEntries, undefined);
  });
});

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => text.replaceAll(/\s+/g, ' ').trim())
  .filter((text) => text !== '' && !/[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/u.test(text));

const change: fc.Arbitrary<EntryChange> = fc
  .record({
    list: fc.constantFrom(...ENTRY_LISTS),
    is: fc.constantFrom('confirmed' as const, 'corrected' as const, 'absent' as const, 'added' as const),
    number: fc.option(words, { nil: null }),
    text: words,
    right: words,
    page: fc.integer({ min: 1, max: 99 }),
    quote: fc.option(words, { nil: undefined }),
  })
  .map(({ list, is, number, text, right, page, quote }) => ({
    about: { list, number, text, page },
    decision: {
      is,
      says: { number, text: is === 'corrected' ? right : text },
      page,
      ...(quote === undefined ? {} : { quote }),
    },
  }));
const changes = fc.uniqueArray(change, {
  selector: ({ about, decision }) =>
    keyOfDecision({ ...about, ...decision!, read: about, quote: null, by: null, on: null }),
  maxLength: 6,
});

const asRead = (entries: readonly EntryDecision[]) =>
  entries.map(({ list, is, read, says, page, quote }) => ({ list, is, read, says, page, quote }));
const asMeant = (meant: readonly EntryChange[]) =>
  meant.map(({ about: { list, number, text, page }, decision }) => ({
    list,
    is: decision!.is,
    read: { number, text },
    says: decision!.says,
    page,
    quote: decision!.quote ?? null,
  }));

const REGISTER = '# Ours\nvendors:\n  - name: Northlake # since forever\n';
const REVIEW = '---\nvendor: Northlake # ours\nreviewer: Dana\n---\n\n# Body | stays\n';

describe('writing decisions about entries down', () => {
  it('takes one line each, in lines and between braces', () => {
    const confirm = confirming('testExceptions', LATE);
    const block = setCorrection('', file, { entries: [confirm] });
    assert.equal(
      block,
      `corrections:\n  - file: x/report.pdf\n    sha256: ${SHA}\n    entries:\n      - { list: testExceptions, confirmed: "For 2 of the 25 terminations tested, access was removed late.", number: CC6.2, page: 77 }\n`,
    );
    const flow = setCorrection(`corrections: [{ file: a.pdf, sha256: ${SHA}, as: SOC 3 }]\n`, file, {
      entries: [confirm, confirming('testExceptions', UNAPPROVED)],
    });
    assert.equal(parseRegister(flow).corrections[0]?.entries.length, 2);
  });

  it('reads back the same from the register and from a review, and is taken back to the text that there was', () => {
    fc.assert(
      fc.property(changes, (meant) => {
        const base = setCorrection(REGISTER, file, { as: 'SOC 3' });
        const register = meant.reduce((text, one) => setCorrection(text, file, { entries: [one] }), base);
        assert.deepEqual(asRead(parseRegister(register).corrections[0]?.entries ?? []), asMeant(meant));
        const review = meant.reduce(withConfirmedEntry, REVIEW);
        const { record, problems } = parseReview('r.md', review);
        assert.deepEqual(problems, []);
        assert.deepEqual(asRead(record?.confirmedEntries ?? []), asMeant(meant));
        const back = meant.map(({ about }): EntryChange => ({ about, decision: null }));
        assert.equal(
          back.reduce((text, one) => setCorrection(text, file, { entries: [one] }), register),
          base,
        );
        assert.equal(back.reduce(withConfirmedEntry, review), REVIEW);
      }),
      { numRuns: 25 },
    );
  });

  it('changes the line of the entry that it is about, and no other', () => {
    const both = [LATE, UNAPPROVED]
      .map((one) => confirming('testExceptions', one))
      .reduce(withConfirmedEntry, REVIEW);
    const absent = withConfirmedEntry(both, {
      about: pointAt('testExceptions', LATE),
      decision: { is: 'absent', says: { number: 'CC6.2', text: LATE.text }, page: 77 },
    });
    assert.equal(absent, both.replace('confirmed: "For 2', 'absent: "For 2'));
  });

  it('corrects in a review what another person has added in the register, and adds anew only its own', () => {
    const about = { list: 'testExceptions', number: null, text: '1 of 9 unsigned.', page: 78 } as const;
    const decision = { is: 'added', says: { number: null, text: '2 of 9 unsigned.' }, page: 78 } as const;
    const own = setCorrection(
      setCorrection('', file, { entries: [{ about, decision: { ...decision, says: about } }] }),
      file,
      { entries: [{ about, decision }] },
    );
    assert.deepEqual(asRead(parseRegister(own).corrections[0]?.entries ?? []), [
      {
        list: 'testExceptions',
        is: 'added',
        read: decision.says,
        says: decision.says,
        page: 78,
        quote: null,
      },
    ]);
    const { record } = parseReview('r.md', withConfirmedEntry(REVIEW, { about, decision }));
    assert.deepEqual(
      record?.confirmedEntries?.map(({ is, read }) => [is, read.text]),
      [['corrected', '1 of 9 unsigned.']],
    );
  });
});

/** A reading whose entries a person may decide on: some of them say nearly the same. */
const reading = fc
  .array(
    fc.record({
      control: fc.constantFrom(null, 'CC6.1', 'CC6.2'),
      text: fc.constantFrom('One was late.', 'One was late', 'Two were late, and nobody knew why it was.'),
      page: fc.constantFrom(3, 4),
    }),
    { maxLength: 6 },
  )
  .map((all): DocumentReading => ({
    ...emptyReading('soc2', null, 9),
    testExceptions: all.map(({ control, text, page }) => exception(control, text, page)),
  }));
const decision: fc.Arbitrary<EntryDecision> = fc
  .record({
    is: fc.constantFrom('confirmed' as const, 'corrected' as const, 'absent' as const, 'added' as const),
    number: fc.constantFrom(null, 'CC6.1', 'CC6.2'),
    text: fc.constantFrom('One was late.', 'Two were late, and nobody knew why it was', 'Three.'),
    page: fc.constantFrom(3, 4),
  })
  .map(({ is, number, text, page }) => ({
    list: 'testExceptions' as const,
    is,
    read: { number, text },
    says: { number, text: is === 'corrected' ? `${text} Corrected.` : text },
    page,
    quote: null,
    by: 'Dana',
    on: null,
  }));
const decisions = fc.uniqueArray(decision, { selector: keyOfDecision, maxLength: 6 });

describe('any decisions about the entries of any reading', () => {
  it('hold in whatever order they are written', () => {
    fc.assert(
      fc.property(
        reading,
        decisions.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        (read, [written, shuffled]) => {
          const apply = (entries: readonly EntryDecision[]) => {
            const result = withDecidedEntries(read, [{ facts: {}, entries }]);
            return { ...result, warnings: [...result.warnings].sort() };
          };
          assert.deepEqual(apply(shuffled), apply(written));
        },
      ),
    );
  });

  it('lose no decision, and no entry but those that a person took out', () => {
    fc.assert(
      fc.property(reading, decisions, (read, entries) => {
        const { testExceptions, absentEntries = [] } = withDecidedEntries(read, [{ facts: {}, entries }]);
        const kept = testExceptions.filter(({ decided }) => decided !== undefined).length;
        const absent = entries.filter(({ is }) => is === 'absent').length;
        assert.equal(kept, entries.length - absent);
        assert.equal(absentEntries.length, absent);
        const undecided = testExceptions.filter(({ decided }) => decided === undefined);
        assert.ok(undecided.every((one) => read.testExceptions.includes(one)));
        assert.ok(read.testExceptions.length - undecided.length <= entries.length);
      }),
    );
  });
});
