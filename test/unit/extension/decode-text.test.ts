import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeText } from '../../../src/extension/adapters/decode-text.ts';
import { parseCsv } from '../../../src/extension/adapters/parse-csv.ts';

const TEXT = 'Lieferant;Prüfer\nMüller & Söhne;Jürgen\n';

describe('a table that another program wrote', () => {
  it('is read in the encodings that spreadsheets write', () => {
    const utf16 = Buffer.from(TEXT, 'utf16le');
    const swapped = Buffer.from(utf16).swap16();
    const cases: Readonly<Record<string, Uint8Array>> = {
      'UTF-8': Buffer.from(TEXT),
      'UTF-16 with its mark': Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
      'UTF-16, the other way round': Buffer.concat([Buffer.from([0xfe, 0xff]), swapped]),
      'UTF-16 without a mark': utf16,
      'Windows-1252': Buffer.from(TEXT, 'latin1'),
    };
    for (const [name, bytes] of Object.entries(cases)) assert.equal(decodeText(bytes), TEXT, name);
    assert.equal(decodeText(Buffer.from(`\uFEFF${TEXT}`)), TEXT);
    assert.equal(decodeText(new Uint8Array()), '');
  });

  it('is cut into cells at commas, semicolons or tabs, and not within quotes', () => {
    for (const delimiter of [',', ';', '\t']) {
      const text = `name${delimiter}tier\r\n"A${delimiter} ""B""\nC"${delimiter}high\r\n`;
      assert.deepEqual(parseCsv(text).rows.slice(0, 2), [
        ['name', 'tier'],
        [`A${delimiter} "B"\nC`, 'high'],
      ]);
    }
    assert.deepEqual(parseCsv('name\nNorthlake\n').problems, []);
    assert.equal(parseCsv('name,tier\n"Northlake,high\n').problems.length, 1);
  });
});
