import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ENGLISH } from '../../../src/core/language/language.ts';
import { decidedInWords } from '../../../src/core/library/decided-in-words.ts';
import { VendorJoin } from '../../../src/core/library/join.ts';
import type { LibraryDocument } from '../../../src/core/library/snapshot.ts';
import { setCorrection } from '../../../src/core/register/edit-corrections.ts';
import { parseRegister } from '../../../src/core/register/parse-register.ts';
import { isSetAside } from '../../../src/core/register/correction.ts';
import type { ReviewFile } from '../../../src/core/review/review.ts';
import { parseReview } from '../../../src/core/review/parse-review.ts';
import { readingOf, type FakePdf } from './memory-ports.ts';

const SHA = 'ab'.repeat(32);
const pdf = (path: string, content: FakePdf = {}, sha256 = SHA): LibraryDocument => ({
  path,
  sha256,
  bytes: 1,
  reading: readingOf(content, 'facts'),
});
const file = { path: 'x/report.pdf', sha256: SHA };
const register = (change: Parameters<typeof setCorrection>[2]) =>
  parseRegister(setCorrection('', file, { by: 'Dana', on: '2026-03-01', ...change }));
const review = (front: string) =>
  parseReview('reviews/x/1.md', `---\nvendor: Northlake\nsha256: ${SHA}\n${front}---\n`);

describe('a corrected document', () => {
  it('stands where its corrected values put it, wherever it lies now', () => {
    const decided = register({ facts: { vendor: { is: 'corrected', value: 'Northlake' } } });
    const { dossiers, documents, unassigned } = new VendorJoin().join([pdf('moved.pdf')], decided, []);
    assert.deepEqual(
      dossiers.map(({ name, reports }) => [name, reports.map(({ path }) => path)]),
      [['Northlake', ['moved.pdf']]],
    );
    assert.deepEqual(unassigned, []);
    assert.equal(documents[0]?.reading.vendor?.decided?.by, 'Dana');
    assert.equal(documents[0].asRead?.vendor, null);
  });

  it('that was set aside belongs to nobody, and stays among the documents', () => {
    const { dossiers, documents } = new VendorJoin().join(
      [pdf('x/report.pdf', { vendor: 'Northlake' })],
      register({ as: 'ignored' }),
      [],
    );
    assert.deepEqual(dossiers, []);
    assert.equal(documents.length, 1);
    assert.ok(isSetAside(documents[0]!.reading));
  });

  it('follows the review of the file where the register says something else', () => {
    const decided = register({ facts: { vendor: { is: 'corrected', value: 'Lakeside' } } });
    const confirmed = 'reviewer: Lee\nconfirmed: { vendor: corrected Northlake, periodEnd: extracted }\n';
    const documents = [pdf('x/report.pdf', { vendor: 'Other', end: '2025-12-31' })];
    const joined = new VendorJoin().join(documents, decided, [review(confirmed)]);
    const { vendor, periodEnd } = joined.documents[0]!.reading;
    assert.deepEqual([vendor?.value, vendor?.decided?.by], ['Northlake', 'Lee']);
    assert.deepEqual([periodEnd?.value, periodEnd?.decided?.source], ['2025-12-31', 'confirmed']);
    const invalid = new VendorJoin().join(documents, decided, [review(`${confirmed}reviewed: soon\n`)]);
    assert.equal(invalid.documents[0]?.reading.vendor?.value, 'Lakeside');
  });

  it('is corrected no longer when the file has changed, and says so', () => {
    const decided = register({ as: 'ignored' });
    const { documents, dossiers } = new VendorJoin().join(
      [pdf('x/report.pdf', { vendor: 'Northlake' }, 'cd'.repeat(32))],
      decided,
      [],
    );
    assert.equal(dossiers.length, 1);
    assert.match(documents[0]?.reading.warnings[0] ?? '', /Dana decided .* 1 Mar 2026 .* has changed since/);
    const elsewhere = new VendorJoin().join([pdf('y.pdf', {}, 'cd'.repeat(32))], decided, []);
    assert.deepEqual(elsewhere.documents[0]?.reading.warnings, []);
  });

  it('has its entries decided once its lists are read, and says on how much people have decided', () => {
    const says = { number: null, text: 'Oslo' };
    const decided = register({
      facts: { auditor: { is: 'corrected', value: 'Baker' } },
      entries: [
        {
          about: { list: 'facilities', page: 3, ...says },
          decision: { is: 'added', says, page: 3, by: 'Lee', on: '2026-03-02' },
        },
      ],
    });
    const whole = pdf('x/report.pdf', { vendor: 'Northlake' });
    const of = (document: LibraryDocument, reviews: readonly ReviewFile[] = []): LibraryDocument =>
      new VendorJoin().join([document], decided, reviews).documents[0]!;
    assert.deepEqual(of({ ...whole, isFirstLook: true }).reading.facilities, []);
    const document = of(whole);
    assert.deepEqual(
      document.reading.facilities.map(({ value, decided }) => [value, decided?.by, decided?.on]),
      [['Oslo', 'Lee', '2026-03-02']],
    );
    assert.equal(decidedInWords(ENGLISH, document), '1 corrected, 1 added');
    assert.equal(decidedInWords(ENGLISH, whole), null);
    const reviewed = of(whole, [
      review('reviewer: Kim\nconfirmedEntries:\n  - { list: facilities, absent: Oslo, page: 3 }\n'),
    ]);
    assert.deepEqual(reviewed.reading.facilities, []);
    assert.equal(reviewed.reading.absentEntries?.[0]?.decided.by, 'Kim');
    assert.equal(decidedInWords(ENGLISH, reviewed), '1 corrected, 1 not in the report');
  });

  it('stays the same object while the same is decided, and goes back to what was read', () => {
    const vendors = new VendorJoin();
    const documents = [pdf('x/report.pdf', { vendor: 'Northlake' }), pdf('y.pdf', {}, 'cd'.repeat(32))];
    const change = { facts: { auditor: { is: 'corrected', value: 'Baker' } } } as const;
    const before = vendors.join(documents, register(change), []).documents;
    assert.equal(before[1], documents[1]);
    assert.equal(vendors.corrected(documents[0]!), before[0]);
    assert.equal(vendors.join(documents, register(change), []).documents[0], before[0]);
    const undone = vendors.join(documents, parseRegister(''), []).documents;
    assert.equal(undone[0], documents[0]);
    assert.equal(vendors.corrected(documents[0]!), documents[0]);
  });
});
