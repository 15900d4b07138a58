import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { csv } from '../../../src/core/register/exchange/csv.ts';
import { parsePasswords } from '../../../src/cli/password-file.ts';
import { table } from '../../../src/cli/table.ts';
import { plain } from '../../../src/cli/terminal.ts';

describe('a table', () => {
  const columns = [
    { title: 'File', least: 8 },
    { title: 'Vendor', least: 6 },
    { title: 'Why', least: 8 },
  ];
  const noPaint = (_style: unknown, text: string): string => text;
  const rows = [
    ['vendors/interlude/2025/SOC2-Type2.pdf', 'Interlude', 'review 41 days overdue · report stale'],
    ['a.pdf', '日本データセンター', ''],
  ];

  it('is as wide as its cells where there is nothing to fit to', () => {
    const lines = table(columns, rows, { width: Infinity, paint: noPaint }).split('\n');
    assert.equal(lines.length, 4);
    assert.match(lines[1] ?? '', /^vendors\/interlude\/2025\/SOC2-Type2.pdf {2}Interlude {2,}review 41/);
  });

  it('fits every width down to what its columns need, and loses nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 26, max: 120 }),
        fc.array(fc.tuple(fc.string(), fc.string(), fc.string())),
        (width, cells) => {
          const drawn = table(columns, [...rows, ...cells], { width, paint: noPaint });
          for (const line of drawn.split('\n'))
            assert.ok(stringWidth(line) <= width, `${stringWidth(line)}: ${line}`);
        },
      ),
    );
    const narrow = table(columns, rows, { width: 40, paint: noPaint }).replace(/\s/g, '');
    for (const word of ['overdue', 'stale', 'Interlude']) assert.ok(narrow.includes(word), word);
  });
});

describe('text on a terminal', () => {
  it('can’t steer it', () => {
    assert.equal(plain('Acme\u001b[2J\u0007 Inc.\u009b31m'), 'Acme\uFFFD[2J\uFFFD Inc.\uFFFD31m');
    assert.equal(plain('a\r\nb\tc'), 'a b c');
    assert.equal(plain('x\u202efdp.exe'), 'x\uFFFDfdp.exe');
    assert.equal(plain('Zürich Büro 日本'), 'Zürich Büro 日本');
  });
});

describe('CSV', () => {
  it('quotes what needs it, and ends lines as RFC 4180 has it', () => {
    assert.equal(csv([['a', 'b,c', 'd"e', 'f\ng', 7]]), 'a,"b,c","d""e","f\ng",7\r\n');
  });

  it('never hands a spreadsheet a formula', () => {
    assert.equal(csv([['=1+1', '+x', '-2', '@y', -3]]), "'=1+1,'+x,'-2,'@y,-3\r\n");
  });
});

describe('a password file', () => {
  it('of one line is the password of all files', async () => {
    const passwords = parsePasswords('open sesame \n');
    assert.equal(await passwords('a.pdf'), 'open sesame ');
  });

  it('of rules gives each file that of the first that fits', async () => {
    const passwords = parsePasswords(
      '\uFEFFvendors/a/x.pdf: one\r\nvendors/a: two: three\r\n\r\n**/*.pdf:  four\n',
    );
    assert.equal(await passwords('vendors/a/x.pdf'), 'one');
    assert.equal(await passwords('vendors/a/y.pdf'), 'two: three');
    assert.equal(await passwords('other.pdf'), ' four');
    assert.equal(await passwords('other.txt'), undefined);
  });

  it('that is wrong says where, never what stands there', () => {
    assert.throws(
      () => parsePasswords('a.pdf: one\nhunter2\n'),
      (error: Error) => {
        assert.match(error.message, /Line 2/);
        assert.ok(!error.message.includes('hunter2'));
        return true;
      },
    );
    assert.throws(() => parsePasswords('\n\n'), /empty/);
  });
});
