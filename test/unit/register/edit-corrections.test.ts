import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  removeCorrection,
  setCorrection,
  type CorrectedFile,
} from '../../../src/core/register/edit-corrections.ts';
import { parseRegister } from '../../../src/core/register/parse-register.ts';
import { UneditableError } from '../../../src/core/register/yaml-edit.ts';

const file: CorrectedFile = { path: 'vendors/x/report, final.pdf', sha256: 'ab'.repeat(32) };
const other: CorrectedFile = { path: 'y.pdf', sha256: 'cd'.repeat(32) };

const REGISTER = `# Ours
vendors:
  - name: Northlake # since forever
corrections: # what we know better
  # Dana called them
  - file: "${file.path}"
    sha256: ${file.sha256} # of March
    by: Dana
    facts:
      auditor: { corrected: Baker, page: 3 } # by phone
      # nowhere in it
      system: absent
documents: []
`;

describe('editing corrections', () => {
  it('adds the entry of a file, to whatever register there is', () => {
    const expected = `corrections:
  - file: y.pdf
    sha256: ${other.sha256}
    by: Lee
    on: 2026-11-21
    as: SOC 2 Type 2
    facts:
      auditor: { corrected: 'Baker & Finch, "LLP"', page: 3, quote: "B & F: x" }
      system: absent
      type: { confirmed: 2 }
      categories: { corrected: [ Security, Privacy ] }
`;
    const text = setCorrection('', other, {
      by: 'Lee',
      on: '2026-11-21',
      as: 'SOC 2 Type 2',
      facts: {
        auditor: { is: 'corrected', value: 'Baker & Finch, "LLP"', page: 3, quote: 'B & F: x' },
        system: { is: 'absent' },
        type: { is: 'confirmed', value: 2 },
        categories: { is: 'corrected', value: ['Security', 'Privacy'] },
      },
    });
    assert.equal(text, expected);
    const behind = setCorrection(REGISTER, other, { as: 'ignored' });
    assert.equal(
      behind,
      REGISTER.replace(
        'documents:',
        `  - file: y.pdf\n    sha256: ${other.sha256}\n    as: ignored\ndocuments:`,
      ),
    );
  });

  it('changes an entry where it stands, and only what changes', () => {
    const set = (change: Parameters<typeof setCorrection>[2]): string =>
      setCorrection(REGISTER, file, change);
    assert.equal(
      set({ facts: { auditor: { is: 'corrected', value: 'Finch' } } }),
      REGISTER.replace('{ corrected: Baker, page: 3 }', '{ corrected: Finch }'),
    );
    assert.equal(
      set({ facts: { opinion: { is: 'confirmed', value: 'qualified' } } }),
      REGISTER.replace('system: absent\n', 'system: absent\n      opinion: { confirmed: qualified }\n'),
    );
    assert.equal(
      set({ facts: { auditor: null } }),
      REGISTER.replace('      auditor: { corrected: Baker, page: 3 } # by phone\n', ''),
    );
    assert.equal(
      set({ by: 'Lee', on: '2026-11-21', as: 'ignored' }),
      REGISTER.replace('by: Dana\n', 'by: Lee\n    on: 2026-11-21\n    as: ignored\n'),
    );
    assert.equal(set({ as: null }), REGISTER);
    const settled = set({ settled: ['Cover and opinion: two dates.'] });
    assert.deepEqual(parseRegister(settled).corrections[0]?.settled, ['Cover and opinion: two dates.']);
    assert.equal(setCorrection(settled, file, { settled: ['Cover and opinion: two dates.'] }), settled);
  });

  it('follows a file that has moved', () => {
    const moved = setCorrection(REGISTER, { ...file, path: 'z.pdf' }, { facts: { auditor: null } });
    assert.equal(parseRegister(moved).corrections[0]?.file, 'z.pdf');
  });

  it('takes an entry back when it decides nothing any more', () => {
    const emptied = setCorrection(REGISTER, file, { facts: { auditor: null, system: null } });
    assert.deepEqual(parseRegister(emptied).corrections, []);
    assert.match(emptied, /corrections: # what we know better\n {2}# Dana called them\n/);
    assert.match(emptied, /documents: \[\]/);
    assert.equal(removeCorrection(REGISTER, other.sha256), REGISTER);
    assert.equal(setCorrection(REGISTER, other, { facts: { auditor: null } }), REGISTER);
  });

  it('edits entries between braces', () => {
    const flow = `corrections: [{ file: a.pdf, sha256: ${file.sha256}, as: ignored }] # ours\n`;
    const both = setCorrection(setCorrection(flow, other, { by: 'A, B', settled: ['x, y'] }), file, {
      as: null,
      facts: { auditor: { is: 'corrected', value: 'A, B' } },
    });
    const { corrections, problems } = parseRegister(both);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      corrections.map(({ as, by, settled, facts }) => [as, by, settled, facts.auditor?.is]),
      [
        [null, null, [], 'corrected'],
        [null, 'A, B', ['x, y'], undefined],
      ],
    );
    assert.match(removeCorrection(both, file.sha256), /^corrections: \[\{ file: y\.pdf.*\] # ours\n$/);
  });

  it('never writes to a file with errors, nor what would be one', () => {
    const refused: readonly (() => string)[] = [
      () => setCorrection('vendors: [', file, { as: 'ignored' }),
      () => setCorrection('vendors:\n  - name: X\n    tier: hgih\n', file, { as: 'ignored' }),
      () => setCorrection(REGISTER, { path: 'a.pdf', sha256: '' }, { as: 'ignored' }),
      () => setCorrection(REGISTER, file, { on: '21.11.2026' }),
      () => removeCorrection('vendors: [', file.sha256),
    ];
    for (const edit of refused) assert.throws(edit, UneditableError);
  });

  it('writes any auditor and any passage so that they are read again, and keeps every other line', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .map((text) => text.trim())
      .filter((text) => text !== '' && !/[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/u.test(text));
    fc.assert(
      fc.property(words, words, fc.integer({ min: 1, max: 999 }), (auditor, quote, page) => {
        const value = { is: 'corrected', value: auditor, page, quote } as const;
        const text = setCorrection(REGISTER, other, { facts: { auditor: value } });
        assert.deepEqual(parseRegister(text).corrections[1]?.facts.auditor, { ...value });
        const kept = new Set(text.split('\n'));
        for (const line of REGISTER.split('\n')) assert.ok(kept.has(line), line);
        assert.equal(removeCorrection(text, other.sha256), REGISTER);
      }),
      { numRuns: 100 },
    );
  });
});
