import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { VendorJoin } from '../../../src/core/library/join.ts';
import { byPath } from '../../../src/core/library/order.ts';
import type { LibraryDocument } from '../../../src/core/library/snapshot.ts';
import { parseRegister } from '../../../src/core/register/parse-register.ts';
import { parseReview } from '../../../src/core/review/parse-review.ts';
import type { ReviewFile } from '../../../src/core/review/review.ts';
import { readingOf } from './memory-ports.ts';

const SHORT = 'vendors:\n  - name: Summit Mail\n';
const REGISTERS = [
  '',
  SHORT,
  `${SHORT}    aliases: [Quarry]\n  - name: Alder\n    files: ["alder/**"]\n`,
  'vendors:\n  - name: Quarry\n  - name: QUARRY GmbH Two\n  - name: Alder\n',
].map((text) => parseRegister(text));

/** Names that fold alike, that share an id, that only a folder has, that mean nothing. */
const LONG = 'The Very Long Name of a Service Organization That Goes On and On and On';
const NAMES = ['Summit Mail, Inc.', 'Quarry', 'QUARRY LLC', 'Cedar', `${LONG} East`, `${LONG} West`, '???'];
const FOLDERS = ['', 'summit-mail/', 'quarry/2025/', 'cedar/', 'alder/', 'misc/'];

const path = fc
  .record({ folder: fc.constantFrom(...FOLDERS), number: fc.integer({ min: 0, max: 4 }) })
  .map(({ folder, number }) => `${folder}${number}`);

const document = fc
  .record({
    path: path.map((place) => `${place}.pdf`),
    vendor: fc.option(fc.constantFrom(...NAMES), { nil: undefined }),
    kind: fc.constantFrom(
      'soc2' as const,
      'bridge-letter' as const,
      'unreadable' as const,
      'not-soc' as const,
    ),
    end: fc.option(fc.constantFrom('2023-12-31', '2024-12-31'), { nil: undefined }),
    hash: fc.integer({ min: 0, max: 6 }),
  })
  .map(({ path: place, vendor, kind, end, hash }): LibraryDocument => ({
    path: place,
    sha256: String(hash).repeat(64),
    bytes: 1,
    reading: readingOf(
      { kind, ...(vendor === undefined ? {} : { vendor }), ...(end === undefined ? {} : { end }) },
      'facts',
    ),
  }));

const review = fc
  .record({
    path: path.map((place) => `reviews/${place}.md`),
    vendor: fc.constantFrom(...NAMES, 'Nobody Else Names This', '[broken'),
    report: fc.option(path, { nil: undefined }),
    hash: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
  })
  .map(({ path: place, vendor, report, hash }) => {
    const lines = [`vendor: ${vendor}`];
    if (report !== undefined) lines.push(`report: ${report}.pdf`);
    if (hash !== undefined) lines.push(`sha256: "${String(hash).repeat(64)}"`);
    return parseReview(place, `---\n${lines.join('\n')}\n---\n`);
  });

/** What comes, what goes, and which register there is from then on. */
const step = fc.record({
  documents: fc.array(document, { maxLength: 6 }),
  reviews: fc.array(review, { maxLength: 4 }),
  goes: fc.array(path, { maxLength: 5 }),
  register: fc.option(fc.integer({ min: 0, max: REGISTERS.length - 1 }), { nil: undefined, freq: 4 }),
});

describe('a join that follows changes', () => {
  it('gives after each what a join of everything at once gives, and keeps the dossiers that stay the same', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        const following = new VendorJoin();
        const documents = new Map<string, LibraryDocument>();
        const reviews = new Map<string, ReviewFile>();
        let [register] = REGISTERS;
        for (const { documents: come, reviews: written, goes, register: next } of steps) {
          for (const gone of goes) {
            documents.delete(`${gone}.pdf`);
            reviews.delete(`reviews/${gone}.md`);
          }
          for (const one of come) documents.set(one.path, one);
          for (const one of written) reviews.set(one.path, one);
          register = REGISTERS[next ?? -1] ?? register;
          const given = [
            [...documents.values()].sort(byPath),
            register!,
            [...reviews.values()].sort(byPath),
          ] as const;
          const followed = following.join(...given);
          assert.deepEqual(followed, new VendorJoin().join(...given));
          const again = following.join([...given[0]], given[1], [...given[2]]);
          assert.ok(again.dossiers.every((dossier, index) => dossier === followed.dossiers[index]));
        }
      }),
      { numRuns: 400 },
    );
  });
});
