import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calendarDate } from '../../../src/core/calendar/calendar-date.ts';
import { correctedReading } from '../../../src/core/register/corrected-reading.ts';
import { isSetAside } from '../../../src/core/register/correction.ts';
import { parseRegister } from '../../../src/core/register/parse-register.ts';
import { emptyReading, type DocumentReading } from '../../../src/core/report/reading.ts';
import { fact } from '../standing/samples.ts';

const SHA = 'ab'.repeat(32);
const entry = (lines: string): string =>
  `corrections:\n  - file: vendors/x/report.pdf\n    sha256: ${SHA}\n${lines}`;

describe('the corrections in the register', () => {
  it('are read with their values in the types of their fields', () => {
    const { corrections, problems } = parseRegister(
      entry(`    by: Dana Petit
    on: 2026-11-21
    as: SOC 2 report
    facts:
      auditor: { corrected: "Baker & Finch LLP", page: 3, quote: "B & F" }
      reportDate: { confirmed: 2026-01-15 }
      type: { corrected: Type II }
      categories: { corrected: [Security, Privacy] }
      system: absent
    settled: ["Cover and opinion disagree."]
`),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(corrections, [
      {
        file: 'vendors/x/report.pdf',
        sha256: SHA,
        by: 'Dana Petit',
        on: '2026-11-21',
        as: 'SOC 2',
        facts: {
          auditor: { is: 'corrected', value: 'Baker & Finch LLP', page: 3, quote: 'B & F' },
          reportDate: { is: 'confirmed', value: '2026-01-15', page: null, quote: null },
          type: { is: 'corrected', value: 2, page: null, quote: null },
          categories: { is: 'corrected', value: ['Security', 'Privacy'], page: null, quote: null },
          system: { is: 'absent' },
        },
        entries: [],
        settled: ['Cover and opinion disagree.'],
        line: 2,
      },
    ]);
  });

  it('say what is wrong with a value at its place, once, and what to write instead', () => {
    const cases: readonly (readonly [line: string, message: RegExp, replacement?: string])[] = [
      ['reportDate: { confirmed: 31/12/2025 }', /^reportDate must be a date/, '2025-12-31'],
      ['opinion: { corrected: qualifed }', /^opinion must be one of unmodified, qualified/, 'qualified'],
      ['type: { corrected: 3 }', /^type must be 1 or 2/],
      ['categories: { corrected: [Privcy, Security] }', /^An entry of categories must be/, 'Privacy'],
      ['auditor: Baker', /^auditor must be/],
      ['auditor: { page: 3 }', /^auditor must be "absent", or say what it is/],
      ['auditor: { confirmed: A, corrected: B }', /^auditor must be "absent"/],
      ['auditor: { corrected: A, page: 0 }', /^page must be at least 1/],
      ['auditr: absent', /^Unknown key "auditr"/, 'auditor'],
    ];
    for (const [line, message, replacement] of cases) {
      const { problems } = parseRegister(entry(`    facts:\n      ${line}\n`));
      assert.equal(problems.length, 1, line);
      assert.match(problems[0]!.message, message);
      assert.equal(problems[0]!.replacement, replacement, line);
      assert.equal(problems[0]!.line, 5, line);
    }
  });

  it('need a hash, of which each may be corrected once', () => {
    assert.match(
      parseRegister('corrections:\n  - file: a.pdf\n    as: ignored\n').problems[0]?.message ?? '',
      /no sha256/,
    );
    assert.match(
      parseRegister('corrections:\n  - file: a.pdf\n    sha256: 12\n').problems[0]?.message ?? '',
      /64 hexadecimal digits/,
    );
    const twice = parseRegister(
      `${entry('    as: ignored\n')}  - file: b.pdf\n    sha256: ${SHA.toUpperCase()}\n    as: SOC 3\n`,
    );
    assert.deepEqual(
      twice.corrections.map(({ as }) => as),
      ['ignored'],
    );
    assert.match(twice.problems[0]?.message ?? '', /already corrected on line 2/);
  });
});

const report: DocumentReading = {
  ...emptyReading('soc2', null, 40),
  auditor: { ...fact('Baker', 2), certainty: 'likely', printedPage: 'ii' },
  reportDate: fact(calendarDate('2026-01-15'), 3),
  system: fact('Payroll', 1),
  categories: [fact('Security' as const, 1), fact('Privacy' as const, 2)],
  subserviceOrganizations: [{ ...fact('Cloud One', 9), service: 'hosting' }],
  facilities: [
    { ...fact('Brussels', 5), inScope: true },
    { ...fact('Rotterdam', 5), inScope: false },
  ],
  absences: { opinion: 'on an image page 2' },
};
const decide = (facts: string, as = ''): DocumentReading => {
  const { corrections, problems } = parseRegister(
    entry(`    by: Dana\n    on: 2026-11-21\n${as}${facts === '' ? '' : `    facts: { ${facts} }\n`}`),
  );
  assert.deepEqual(problems, []);
  return correctedReading(report, corrections[0]!);
};
const dana = { by: 'Dana', on: '2026-11-21' };

describe('correctedReading', () => {
  it('keeps the passage of what is confirmed, and is certain of it', () => {
    assert.deepEqual(decide('auditor: { confirmed: Baker }').auditor, {
      value: 'Baker',
      page: 2,
      printedPage: 'ii',
      quote: 'Baker',
      certainty: 'certain',
      decided: { source: 'confirmed', ...dana },
    });
  });

  it('holds to a corrected value, with the passage that the person cites or none', () => {
    assert.deepEqual(decide('auditor: { corrected: Finch, page: 4, quote: "Finch LLP" }').auditor, {
      value: 'Finch',
      page: 4,
      printedPage: null,
      quote: 'Finch LLP',
      certainty: 'certain',
      decided: { source: 'corrected', ...dana },
    });
    const opinion = decide('opinion: { corrected: qualified }');
    assert.deepEqual(
      [opinion.opinion?.value, opinion.opinion?.page, opinion.opinion?.quote],
      ['qualified', 1, ''],
    );
    assert.deepEqual(opinion.absences, {});
  });

  it('takes out what a person says isn’t printed, and says who said so', () => {
    const { system, absences } = decide('system: absent');
    assert.equal(system, null);
    assert.equal(absences.system, 'not printed, says Dana on 21 Nov 2026');
  });

  it('decides lists as a whole, and keeps what was read of the entries that stay', () => {
    const { categories, subserviceOrganizations, facilities } = decide(
      'categories: { corrected: [Privacy, Availability] }, ' +
        'subserviceOrganizations: { corrected: [Cloud One, Cloud Two] }, facilities: { corrected: [Brussels, Ghent] }',
    );
    assert.deepEqual(
      categories.map(({ value, page }) => [value, page]),
      [
        ['Privacy', 2],
        ['Availability', 1],
      ],
    );
    assert.deepEqual(
      subserviceOrganizations.map(({ value, service }) => [value, service]),
      [
        ['Cloud One', 'hosting'],
        ['Cloud Two', null],
      ],
    );
    assert.deepEqual(
      facilities.map(({ value, inScope }) => [value, inScope]),
      [
        ['Brussels', true],
        ['Ghent', true],
        ['Rotterdam', false],
      ],
    );
    assert.deepEqual(decide('categories: absent').categories, []);
  });

  it('makes of a file what a person says that it is', () => {
    const letter = decide('bridgeFrom: { corrected: 2026-01-01 }', '    as: bridge letter\n');
    assert.equal(letter.kind, 'bridge-letter');
    assert.equal(letter.bridge?.from?.value, '2026-01-01');
    const soc1 = decide('', '    as: SOC 1 Type 2\n');
    assert.deepEqual([soc1.kind, soc1.type?.value, soc1.reason], ['soc1', 2, null]);
    assert.deepEqual(soc1.kindDecided, dana);
    assert.equal(isSetAside(soc1), false);
  });

  it('sets a file aside without dropping it', () => {
    const ignored = decide('', '    as: ignored\n');
    assert.deepEqual([ignored.kind, ignored.reason], ['not-soc', 'Set aside by Dana on 21 Nov 2026.']);
    assert.equal(isSetAside(ignored), true);
    assert.equal(isSetAside(emptyReading('not-soc', 'A certificate.')), false);
  });

  it('changes nothing of the reading itself, and nothing that nobody decided', () => {
    const before = structuredClone(report);
    assert.deepEqual(decide(''), report);
    assert.deepEqual(report, before);
  });
});
