import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldName, isSameName, vendorId } from '../../../src/core/register/vendor-name.ts';

test('spellings of one name fold together', () => {
  const same: readonly (readonly [string, string])[] = [
    ['Northlake Colocation, Inc.', 'NORTHLAKE COLOCATION'],
    ['InterXion Holding N.V.', 'Interxion Holding'],
    ['Hafenblick GmbH & Co. KG', 'hafenblick'],
    ['Société Générique S.A.', 'Societe Generique SA'],
    ['Lumière S.à r.l.', 'Lumiere'],
    ['The Brightwater Company', 'Brightwater'],
    ['Kestrel Pty. Ltd.', 'Kestrel'],
    ["O'Hara Payroll, L.P.", 'OHara Payroll LP'],
    ['Baker & Finch LLP', 'Baker and Finch'],
  ];
  for (const [a, b] of same) assert.ok(isSameName(a, b), `${a} and ${b}`);
});

test('different firms stay different', () => {
  assert.ok(!isSameName('Interxion', 'Interxion Holding'));
  assert.ok(!isSameName('Northlake East', 'Northlake West'));
  assert.ok(!isSameName('', ''));
  assert.ok(!isSameName('???', '!!!'));
});

test('a name that is only a legal form keeps its last word', () => {
  assert.equal(foldName('SE'), 'se');
  assert.equal(foldName('The Company'), 'the');
});

test('ids are fit for folders', () => {
  assert.equal(vendorId('InterXion Holding N.V.'), 'interxion-holding');
  assert.equal(vendorId('Con'), 'con-vendor');
  assert.equal(vendorId('東京データ株式会社'), '東京データ株式会社');
  assert.notEqual(vendorId('???'), vendorId('!!!'));
});

test('any name has an id that is a safe path segment, the same for the same name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
      const id = vendorId(name);
      assert.match(id, /^[\p{L}\p{N}-]{1,67}$/u);
      assert.equal(
        vendorId(name.toUpperCase()) === id || foldName(name) !== foldName(name.toUpperCase()),
        true,
      );
    }),
  );
});
