import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  addAlias,
  addVendor,
  setDocumentField,
  setVendorField,
} from '../../../src/core/register/edit-register.ts';
import { parseRegister } from '../../../src/core/register/parse-register.ts';
import { foldName, isSameName } from '../../../src/core/register/vendor-name.ts';
import { UneditableError } from '../../../src/core/register/yaml-edit.ts';

const REGISTER = `# Our vendors
vendors:
  # the most important one
  - name: Northlake   # since forever
    tier:   critical  # by decision of the board

  - { name: Birch }
  - name: Cedar
    aliases:
      - Cedar Payroll  # old name
    services:
      - name: Payroll
# ours
documents:
  - name: Security statement
    lastReviewed: 2026-01-15 # by Dana
`;

describe('editing the register', () => {
  it('adds a vendor at the end of the list', () => {
    const text = addVendor(REGISTER, {
      name: 'Dogwood: Hosting',
      tier: 'low',
      aliases: ['Dogwood', 'Dog, wood'],
      services: [{ name: 'Hosting', expects: ['SOC 2 Type 2'] }],
    });
    assert.equal(
      text,
      REGISTER.replace(
        '# ours\n',
        `  - name: "Dogwood: Hosting"
    aliases: [Dogwood, "Dog, wood"]
    tier: low
    services:
      - name: Hosting
        expects:
          - SOC 2 Type 2
# ours
`,
      ),
    );
  });

  it('adds the first vendor to whatever register there is', () => {
    const entry = '  - name: Alder\n    owner: dana\n';
    const cases: readonly (readonly [before: string, after: string])[] = [
      ['', `vendors:\n${entry}`],
      ['# nothing yet\n', `# nothing yet\nvendors:\n${entry}`],
      ['vendors:\n', `vendors:\n${entry}`],
      ['vendors: [] # none\n', `vendors: # none\n${entry}`],
      ['policy:\n  dueSoonDays: [30]', `policy:\n  dueSoonDays: [30]\nvendors:\n${entry}`],
      ['vendors: [{ name: Birch }]\n', 'vendors: [{ name: Birch }, { name: Alder, owner: dana }]\n'],
    ];
    for (const [before, after] of cases)
      assert.equal(addVendor(before, { name: 'Alder', owner: 'dana' }), after);
  });

  it('adds an alias in the list’s own style', () => {
    assert.equal(
      addAlias(REGISTER, 'northlake, Inc.', 'Northlake Holding N.V.'),
      REGISTER.replace('# since forever\n', '# since forever\n    aliases: [Northlake Holding N.V.]\n'),
    );
    assert.equal(
      addAlias(REGISTER, 'Cedar', 'Cedar Trust'),
      REGISTER.replace('# old name\n', '# old name\n      - Cedar Trust\n'),
    );
    const once = addAlias(REGISTER, 'Birch', 'Birch Hosting');
    assert.match(once, /- \{ name: Birch, aliases: \[Birch Hosting\] \}/);
    assert.match(addAlias(once, 'Birch', 'B, 2'), /aliases: \[Birch Hosting, "B, 2"\]/);
    assert.equal(addAlias(REGISTER, 'Cedar', 'CEDAR PAYROLL'), REGISTER, 'it has that one');
  });

  it('sets a field where it stands, or where it usually stands', () => {
    assert.equal(
      setVendorField(REGISTER, 'Northlake', 'tier', 'high'),
      REGISTER.replace('tier:   critical', 'tier:   high'),
    );
    assert.equal(
      setVendorField(REGISTER, 'Cedar', 'owner', 'dana@example.com'),
      REGISTER.replace('# old name\n', '# old name\n    owner: dana@example.com\n'),
    );
    assert.equal(
      setDocumentField(REGISTER, 'security statement', 'lastReviewed', '2027-01-10'),
      REGISTER.replace('2026-01-15 # by', '2027-01-10 # by'),
    );
    assert.equal(setVendorField(REGISTER, 'Cedar', 'tier', null), REGISTER);
  });

  it('keeps Windows line ends', () => {
    const windows = REGISTER.replaceAll('\n', '\r\n');
    const text = addVendor(setVendorField(windows, 'Cedar', 'tier', 'low'), { name: 'Alder' });
    assert.equal(text.replaceAll('\r\n', '').includes('\n'), false);
    assert.equal(parseRegister(text).vendors.length, 4);
  });

  it('never writes to a file with errors, nor what would be one', () => {
    const refused: readonly (() => string)[] = [
      () => addVendor('vendors: [', { name: 'Alder' }),
      () => addVendor(REGISTER.replace('critical', 'hgih'), { name: 'Alder' }),
      () => addVendor(REGISTER, { name: 'BIRCH LLC' }),
      () => addAlias(REGISTER, 'Birch', 'Cedar'),
      () => addAlias(REGISTER, 'Alder', 'Elm'),
      () => setVendorField(REGISTER, 'Birch', 'tier', 'hgih'),
      () => setVendorField(REGISTER, 'Birch', 'since', '31/12/2025'),
    ];
    for (const edit of refused) assert.throws(edit, UneditableError);
  });

  it('adds any name, finds it again, and keeps every line that was there', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((text) => text.trim())
      .filter((text) => foldName(text) !== '' && !/[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/u.test(text))
      .filter(
        (text) => !['Northlake', 'Birch', 'Cedar', 'Cedar Payroll'].some((other) => isSameName(text, other)),
      );
    fc.assert(
      fc.property(name, name, (vendor, alias) => {
        fc.pre(!isSameName(vendor, alias));
        const text = addAlias(addVendor(REGISTER, { name: vendor }), vendor, alias);
        const register = parseRegister(text);
        assert.deepEqual(register.problems, []);
        assert.deepEqual([register.vendors[3]?.name, register.vendors[3]?.aliases], [vendor, [alias]]);
        const kept = new Set(text.split('\n'));
        for (const line of REGISTER.split('\n')) assert.ok(kept.has(line), line);
      }),
      { numRuns: 100 },
    );
  });
});
