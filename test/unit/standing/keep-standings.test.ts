import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { VendorJoin } from '../../../src/core/library/join.ts';
import type { LibraryDocument, LibrarySnapshot } from '../../../src/core/library/snapshot.ts';
import { EMPTY_REGISTER } from '../../../src/core/register/register.ts';
import { keepStandings } from '../../../src/core/standing/keep-standings.ts';
import { portfolioOn } from '../../../src/core/standing/portfolio.ts';
import { standingOn } from '../../../src/core/standing/standing-on.ts';
import { day, fact, report } from './samples.ts';

const TODAY = day('2026-11-21');

const reportOf = (vendor: string, year: number): LibraryDocument =>
  report({
    path: `vendors/${vendor}/${year}.pdf`,
    start: `${year}-01-01`,
    end: `${year}-12-31`,
    issued: `${year + 1}-02-20`,
    reading: { vendor: fact(`${vendor}, Inc.`) },
  });

/** A library that is joined again after each change, as a real one is, and whose computations are counted. */
class CountedLibrary {
  readonly #join = new VendorJoin();
  readonly #standingOf = keepStandings((dossier, policy, asOf) => {
    this.computed.push(dossier.name);
    return standingOn(dossier, policy, asOf);
  });
  #register = EMPTY_REGISTER;
  #snapshot: LibrarySnapshot | undefined;
  /** Whose standing was computed, since it was last asked. */
  computed: string[] = [];

  show(documents: readonly LibraryDocument[]): void {
    this.#snapshot = this.#join.join(documents, this.#register, []);
  }

  changePolicy(): void {
    this.#register = { ...this.#register, policy: { ...this.#register.policy, dueSoonDays: [10] } };
  }

  ask(asOf = TODAY): string[] {
    this.computed = [];
    const rows = portfolioOn(this.#snapshot!, asOf, this.#standingOf);
    const fresh = portfolioOn(this.#snapshot!, asOf);
    assert.deepEqual(rows, fresh, 'what is kept is what would be computed');
    return this.computed.sort();
  }
}

describe('standings that are kept', () => {
  const documents = ['Alder', 'Birch', 'Cedar'].flatMap((name) => [
    reportOf(name, 2024),
    reportOf(name, 2025),
  ]);
  const all = ['Alder, Inc.', 'Birch, Inc.', 'Cedar, Inc.'];
  const opened = (): CountedLibrary => {
    const library = new CountedLibrary();
    library.show(documents);
    assert.deepEqual(library.ask(), all);
    return library;
  };

  it('are computed once', () => {
    assert.deepEqual(opened().ask(), []);
  });

  it('are computed again only for the vendor whose file was added, changed or removed', () => {
    const library = opened();
    const added = [...documents, reportOf('Birch', 2023)].sort((a, b) => (a.path < b.path ? -1 : 1));
    library.show(added);
    assert.deepEqual(library.ask(), ['Birch, Inc.']);
    library.show(added.map((one) => (one.path === 'vendors/Cedar/2025.pdf' ? reportOf('Cedar', 2025) : one)));
    assert.deepEqual(library.ask(), ['Cedar, Inc.']);
    library.show(added.filter(({ path }) => path !== 'vendors/Alder/2024.pdf'));
    assert.deepEqual(library.ask(), ['Alder, Inc.', 'Cedar, Inc.']);
  });

  it('are computed again for everybody on another day and under another policy, and today’s stay kept', () => {
    const library = opened();
    assert.deepEqual(library.ask(day('2025-06-30')), all);
    assert.deepEqual(library.ask(), []);
    library.changePolicy();
    library.show(documents);
    assert.deepEqual(library.ask(), all);
  });
});
