import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { setCorrection } from '../../../src/core/register/edit-corrections.ts';
import {
  addAlias,
  addFiles,
  addNotAlias,
  addVendor,
  setVendorField,
} from '../../../src/core/register/edit-register.ts';
import { parseRegister } from '../../../src/core/register/parse-register.ts';
import type { Register } from '../../../src/core/register/register.ts';

/** A comment at the end of a line, or none. */
const aside = fc.constantFrom('', '', ' # agreed in March', '   # see: the contract, §3');
const between = fc.constantFrom('', '', '\n', '  # about the next one\n', '\n  # two: lines\n  #\n');
const quote = fc.constantFrom('', '"', "'");

interface Line {
  readonly key: string;
  readonly lines: (indent: string) => string;
}

const scalar = (key: string, values: readonly string[]): fc.Arbitrary<Line> =>
  fc
    .record({ value: fc.constantFrom(...values), quote, aside, gap: fc.constantFrom(' ', '   ') })
    .map((made) => ({
      key,
      lines: (indent) => `${indent}${key}:${made.gap}${made.quote}${made.value}${made.quote}${made.aside}\n`,
    }));

const list = (key: string, values: readonly string[]): fc.Arbitrary<Line> =>
  fc
    .record({
      some: fc.subarray([...values]),
      isFlow: fc.boolean(),
      isIndented: fc.boolean(),
      aside,
    })
    .map(({ some, isFlow, isIndented, aside: comment }) => ({
      key,
      lines: (indent) =>
        isFlow || some.length === 0
          ? `${indent}${key}: [${some.join(', ')}]${comment}\n`
          : `${indent}${key}:${comment}\n${some.map((one) => `${indent}${isIndented ? '  ' : ''}- ${one}${comment}\n`).join('')}`,
    }));

const fields = fc
  .tuple(
    scalar('tier', ['critical', 'low']),
    scalar('owner', ['dana', 'Lee Moran']),
    scalar('since', ['2020-02-29', '2021-01-01']),
    list('files', ['"a/**"', 'b.pdf']),
    list('facilities', ['Brussels', '"Ghent: north"']),
  )
  .chain((all) => fc.shuffledSubarray([...all]));

const NAMES = ['Northlake', 'Birch', '"Cedar: Payroll"'] as const;

/** A register as people write them: every vendor another way, with comments wherever there may be some. */
const register = fc
  .record({
    head: fc.constantFrom('', '# Ours\n\n', 'policy:\n  dueSoonDays: [30] # enough\n'),
    vendors: fc.tuple(
      ...NAMES.map((name) =>
        fc.record({ name: fc.constant(name), fields, between, aside, isFlow: fc.boolean() }),
      ),
    ),
    tail: fc.constantFrom('', '# the end\n', 'documents: []\n', 'corrections: # none yet\n'),
    lineEnd: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ head, vendors, tail, lineEnd }) => {
    const entries = vendors.map((vendor) =>
      vendor.isFlow
        ? `${vendor.between}  - { name: ${vendor.name} }${vendor.aside}\n`
        : `${vendor.between}  - name: ${vendor.name}${vendor.aside}\n${vendor.fields.map((field) => field.lines('    ')).join('')}`,
    );
    return `${head}vendors:\n${entries.join('')}${tail}`.replaceAll('\n', lineEnd);
  });

const vendorName = fc.constantFrom('Northlake', 'birch, Inc.', 'Cedar Payroll');
const hash = 'ab'.repeat(32);

/** An edit, with how many lines of the file it may touch at most. */
const edit: fc.Arbitrary<readonly [name: string, touches: number, edit: (text: string) => string]> = fc.oneof(
  fc
    .record({ vendorName, tier: fc.constantFrom('high', 'moderate') })
    .map(
      ({ vendorName: name, tier }) =>
        ['tier', 1, (text: string) => setVendorField(text, name, 'tier', tier)] as const,
    ),
  vendorName.map(
    (name) => ['owner', 1, (text: string) => setVendorField(text, name, 'owner', 'Sam: #1')] as const,
  ),
  vendorName.map((name) => ['aliases', 1, (text: string) => addAlias(text, name, 'Lake, "North"')] as const),
  vendorName.map((name) => ['notAliases', 1, (text: string) => addNotAlias(text, name, 'Lake')] as const),
  vendorName.map((name) => ['files', 1, (text: string) => addFiles(text, name, 'c (1).pdf')] as const),
  fc.constant(['new', 0, (text: string) => addVendor(text, { name: 'Dogwood', tier: 'low' })] as const),
  fc.constant([
    'correction',
    1,
    (text: string) => setCorrection(text, { path: 'a.pdf', sha256: hash }, { as: 'ignored' }),
  ] as const),
);

/** How many lines at most lie between what two texts have in common at their start and at their end. */
function touched(before: readonly string[], after: readonly string[]): number {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < before.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return before.length - start - end;
}

/** What a register says, apart from where. */
const said = ({ vendors, documents, corrections, policy }: Register): unknown => ({
  policy,
  vendors: vendors.map((vendor) => ({ ...vendor, line: 0, place: null })),
  documents: documents.map((document) => ({ ...document, line: 0, place: null })),
  corrections: corrections.map((correction) => ({ ...correction, line: 0 })),
});

describe('any edit of any register', () => {
  it('touches no more lines than it must, keeps the line ends, and leaves a register without errors', () => {
    fc.assert(
      fc.property(register, edit, (text, [name, touches, apply]) => {
        assert.deepEqual(
          parseRegister(text).problems.filter(({ severity }) => severity === 'error'),
          [],
          text,
        );
        const edited = apply(text);
        const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
        assert.ok(touched(text.split(lineEnd), edited.split(lineEnd)) <= touches, `${name}:\n${edited}`);
        if (lineEnd === '\r\n') assert.doesNotMatch(edited, /[^\r]\n/);
        const { problems } = parseRegister(edited);
        assert.deepEqual(
          problems.filter(({ severity }) => severity === 'error'),
          [],
          edited,
        );
        assert.notDeepEqual(said(parseRegister(edited)), said(parseRegister(text)));
      }),
      { numRuns: 300 },
    );
  });
});
