import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { VendorJoin } from '../../../src/core/library/join.ts';
import type { LibraryDocument, LibrarySnapshot } from '../../../src/core/library/snapshot.ts';
import { parseRegister } from '../../../src/core/register/parse-register.ts';
import { emptyReading } from '../../../src/core/report/reading.ts';
import { parseReview } from '../../../src/core/review/parse-review.ts';
import { readingOf, type FakePdf } from './memory-ports.ts';

const pdf = (path: string, content: FakePdf = {}): LibraryDocument => ({
  path,
  sha256: `hash of ${path}`,
  bytes: 1,
  reading:
    content.kind === 'unreadable' ? emptyReading('unreadable', 'Damaged.') : readingOf(content, 'facts'),
});
const review = (path: string, front: string) => parseReview(path, `---\n${front}\n---\n`);

const join = (
  documents: readonly LibraryDocument[],
  register = '',
  reviews: readonly ReturnType<typeof review>[] = [],
) => new VendorJoin().join(documents, parseRegister(register), reviews);

/** The vendors with the paths of all that is theirs. */
const holdings = ({ dossiers }: LibrarySnapshot): Record<string, string[]> =>
  Object.fromEntries(
    dossiers.map(({ name, reports, bridgeLetters, unreadable, reviews }) => [
      name,
      [...reports, ...bridgeLetters, ...unreadable, ...reviews].map(({ path }) => path),
    ]),
  );

const REGISTER = `
vendors:
  - name: Interlude Hosting
    aliases: [Interlude Holding N.V., Crown Realty]
    files: ["vendors/interlude/**", "!vendors/interlude/others/**"]
  - name: Summit Mail
  - name: Alder
    files: [archive/alder.pdf, "scans (old)"]
`;

describe('a document of a vendor in the register', () => {
  it('is found by file pattern, whatever it prints', () => {
    const snapshot = join([pdf('vendors/interlude/x.pdf', { vendor: 'Summit Mail' })], REGISTER);
    assert.deepEqual(holdings(snapshot)['Interlude Hosting'], ['vendors/interlude/x.pdf']);
  });

  it('is found by a single file, by a folder with parentheses, and in any case', () => {
    const snapshot = join(
      [pdf('archive/alder.pdf'), pdf('scans (old)/1.pdf'), pdf('Vendors/Interlude/2025/y.PDF')],
      REGISTER,
    );
    assert.deepEqual(holdings(snapshot)['Alder'], ['archive/alder.pdf', 'scans (old)/1.pdf']);
    assert.deepEqual(holdings(snapshot)['Interlude Hosting'], ['Vendors/Interlude/2025/y.PDF']);
  });

  it('is not taken by a pattern that is taken back', () => {
    const snapshot = join([pdf('vendors/interlude/others/x.pdf', { vendor: 'Summit Mail' })], REGISTER);
    assert.deepEqual(holdings(snapshot)['Summit Mail'], ['vendors/interlude/others/x.pdf']);
  });

  it('is found by name, alias, and another spelling of either', () => {
    const snapshot = join(
      [
        pdf('1.pdf', { vendor: 'SUMMIT MAIL, INC.' }),
        pdf('2.pdf', { vendor: 'InterLude Holding' }),
        pdf('3.pdf', { vendor: 'A Name Nobody Knows', aliases: ['Crown Realty, L.P.'] }),
      ],
      REGISTER,
    );
    assert.deepEqual(holdings(snapshot), {
      Alder: [],
      'Interlude Hosting': ['2.pdf', '3.pdf'],
      'Summit Mail': ['1.pdf'],
    });
  });

  it('is found by its folder where no name is printed', () => {
    const snapshot = join(
      [
        pdf('providers/summit-mail/2025/a.pdf'),
        pdf('providers/Summit Mail/letter.pdf', { kind: 'bridge-letter' }),
        pdf('providers/summit-mail/broken.pdf', { kind: 'unreadable' }),
      ],
      REGISTER,
    );
    assert.deepEqual(snapshot.unassigned, []);
    const dossier = snapshot.dossiers.find(({ name }) => name === 'Summit Mail');
    assert.equal(dossier?.reports.length, 1);
    assert.equal(dossier.bridgeLetters.length, 1);
    assert.equal(dossier.unreadable.length, 1);
  });

  it('stays its own vendor’s in another vendor’s folder', () => {
    const snapshot = join([pdf('providers/alder/a.pdf', { vendor: 'Quarry Cloud' })], REGISTER);
    assert.deepEqual(holdings(snapshot)['Quarry Cloud'], ['providers/alder/a.pdf']);
    assert.deepEqual(holdings(snapshot)['Alder'], []);
  });
});

describe('a vendor that only reports name', () => {
  it('holds the reports of one folded name, and is called as the newest prints it', () => {
    const snapshot = join([
      pdf('a.pdf', { vendor: 'ACME CLOUD', end: '2023-12-31' }),
      pdf('b.pdf', { vendor: 'Acme Cloud, Inc.', end: '2024-12-31' }),
      pdf('c.pdf', { vendor: 'Acme Cloud Services', end: '2024-12-31' }),
    ]);
    assert.deepEqual(holdings(snapshot), {
      'Acme Cloud, Inc.': ['b.pdf', 'a.pdf'],
      'Acme Cloud Services': ['c.pdf'],
    });
    assert.deepEqual(
      snapshot.dossiers.map(({ id }) => id),
      ['acme-cloud-services', 'acme-cloud'],
    );
    assert.ok(snapshot.dossiers.every(({ registered }) => registered === null));
  });

  it('takes what lies in a folder of its name', () => {
    const snapshot = join([
      pdf('acme/a.pdf', { vendor: 'Acme Ltd' }),
      pdf('acme/b.pdf', { kind: 'unreadable' }),
    ]);
    assert.deepEqual(holdings(snapshot), { 'Acme Ltd': ['acme/a.pdf', 'acme/b.pdf'] });
  });

  it('is none where nothing is printed: the file waits for a person', () => {
    const snapshot = join([
      pdf('x/a.pdf'),
      pdf('x/b.pdf', { kind: 'unreadable' }),
      pdf('x/c.pdf', { kind: 'not-soc' }),
    ]);
    assert.deepEqual(snapshot.dossiers, []);
    assert.deepEqual(
      snapshot.unassigned.map(({ path }) => path),
      ['x/a.pdf', 'x/b.pdf'],
    );
    assert.equal(snapshot.documents.length, 3);
  });
});

describe('a review', () => {
  const documents = [
    pdf('vendors/interlude/x.pdf', { vendor: 'Interlude Hosting' }),
    pdf('y.pdf', { vendor: 'Quarry' }),
  ];

  it('belongs to the vendor that it names, else to that of its report, else to that of its folder', () => {
    const snapshot = join(documents, REGISTER, [
      review('reviews/a/1.md', 'vendor: Crown Realty'),
      review('reviews/b/2.md', 'vendor: Quarry GmbH'),
      review('reviews/c/3.md', 'vendor: Old Name\nreport: y.pdf'),
      review('reviews/summit-mail/5.md', 'vendor: [broken'),
    ]);
    assert.deepEqual(holdings(snapshot), {
      Alder: [],
      'Interlude Hosting': ['vendors/interlude/x.pdf', 'reviews/a/1.md'],
      Quarry: ['y.pdf', 'reviews/b/2.md', 'reviews/c/3.md'],
      'Summit Mail': ['reviews/summit-mail/5.md'],
    });
  });

  it('of a vendor that nothing else names makes that vendor known', () => {
    const snapshot = join([], '', [review('reviews/gone/1.md', 'vendor: Gone Vendor Inc.')]);
    assert.deepEqual(holdings(snapshot), { 'Gone Vendor Inc.': ['reviews/gone/1.md'] });
  });

  it('that can’t be read and lies nowhere is listed without a vendor', () => {
    const snapshot = join([], '', [review('reviews/1.md', 'vendor: [broken')]);
    assert.equal(snapshot.reviews.length, 1);
    assert.equal(snapshot.dossiers.filter(({ registered }) => registered !== null).length, 0);
  });
});

describe('a join', () => {
  it('lists vendors by name, reports newest first, and gives every vendor an id of its own', () => {
    const long = 'The Very Long Name of a Service Organization That Goes On and On and On';
    const snapshot = join([
      pdf('a.pdf', { vendor: `${long} East`, end: '2024-01-01' }),
      pdf('b.pdf', { vendor: `${long} West`, end: '2024-01-01' }),
      pdf('c.pdf', { vendor: 'vendor 10' }),
      pdf('d.pdf', { vendor: 'Vendor 9', end: '2024-01-01' }),
      pdf('e.pdf', { vendor: 'Vendor 9', end: '2025-01-01' }),
      pdf('f.pdf', { vendor: 'Vendor 9' }),
    ]);
    assert.equal(new Set(snapshot.dossiers.map(({ id }) => id)).size, 4);
    assert.deepEqual(Object.values(holdings(snapshot)).slice(2), [['e.pdf', 'd.pdf', 'f.pdf'], ['c.pdf']]);
  });

  it('keeps the dossiers of vendors that nothing happened to', () => {
    const vendors = new VendorJoin();
    const register = parseRegister(REGISTER);
    const documents = [pdf('1.pdf', { vendor: 'Summit Mail' }), pdf('2.pdf', { vendor: 'Quarry' })];
    const before = vendors.join(documents, register, []);
    const after = vendors.join(
      [documents[0]!, pdf('2.pdf', { vendor: 'Quarry', end: '2025-01-01' })],
      register,
      [],
    );
    for (const [index, dossier] of after.dossiers.entries()) {
      assert.equal(dossier === before.dossiers[index], dossier.name !== 'Quarry', dossier.name);
    }
  });

  it('loses no report, letter or unreadable file, and lists each once', () => {
    const names = [
      'Summit Mail',
      'SUMMIT MAIL INC',
      'Crown Realty',
      'Quarry',
      'Quarry, LLC',
      '???',
      undefined,
    ];
    const folders = ['', 'summit-mail/', 'vendors/interlude/', 'quarry/2025/', 'misc/'];
    const kinds = ['soc1', 'soc2', 'soc3', 'bridge-letter', 'unreadable', 'not-soc'] as const;
    const one = fc.record({
      vendor: fc.constantFrom(...names),
      folder: fc.constantFrom(...folders),
      kind: fc.constantFrom(...kinds),
      end: fc.constantFrom('2023-12-31', '2024-12-31', undefined),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), (many) => {
        const documents = many
          .map(({ vendor, folder, kind, end }, index) =>
            pdf(`${folder}${String(index).padStart(2, '0')}.pdf`, {
              kind,
              ...(vendor === undefined ? {} : { vendor }),
              ...(end === undefined ? {} : { end }),
            }),
          )
          .sort((a, b) => (a.path < b.path ? -1 : 1));
        const snapshot = join(documents, REGISTER);
        const listed = [
          ...Object.values(holdings(snapshot)).flat(),
          ...snapshot.unassigned.map(({ path }) => path),
        ];
        const concerned = documents
          .filter(({ reading }) => reading.kind !== 'not-soc')
          .map(({ path }) => path);
        assert.deepEqual(listed.sort(), concerned.sort());
      }),
    );
  });
});
