import { dateInWords } from '../calendar/calendar-date.ts';
import { ENGLISH } from '../language/language.ts';
import { correctedReading, type DecidedValues } from '../register/corrected-reading.ts';
import type { Correction } from '../register/correction.ts';
import type { Register } from '../register/register.ts';
import { confirmedValues } from '../review/confirmed.ts';
import type { ReviewFile } from '../review/review.ts';
import { newestReviewFirst } from './order.ts';
import type { LibraryDocument } from './snapshot.ts';

/** A document as it was corrected, with what it was corrected by. */
interface Kept {
  readonly decided: string;
  readonly document: LibraryDocument;
}

/**
 * Documents as people corrected them: in the register, and, which counts more, in the front matter of the review
 * of the same file. A document that nothing was decided about, and one about which the same is decided as before,
 * stays the same object.
 */
export class CorrectedDocuments {
  #kept = new WeakMap<LibraryDocument, Kept>();
  #corrections: readonly Correction[] | undefined;
  #reviews: readonly ReviewFile[] | undefined;
  #decisions: ReadonlyMap<string, readonly DecidedValues[]> = new Map();

  apply(
    documents: readonly LibraryDocument[],
    { corrections }: Register,
    reviews: readonly ReviewFile[],
  ): readonly LibraryDocument[] {
    const decisions = this.#decisionsOf(corrections, reviews);
    const changed = new Map(
      staleCorrections(corrections, documents).map(({ correction, document }) => [document, correction]),
    );
    if (decisions.size === 0 && changed.size === 0) {
      this.#kept = new WeakMap();
      return documents;
    }
    return documents.map((document) =>
      this.#corrected(document, decisions.get(document.sha256) ?? [], changed.get(document)),
    );
  }

  /** Gathered anew only when somebody has decided or reviewed something. */
  #decisionsOf(
    corrections: readonly Correction[],
    reviews: readonly ReviewFile[],
  ): ReadonlyMap<string, readonly DecidedValues[]> {
    if (this.#corrections !== corrections || this.#reviews !== reviews) {
      this.#corrections = corrections;
      this.#reviews = reviews;
      this.#decisions = decisionsByHash(corrections, reviews);
    }
    return this.#decisions;
  }

  /** The document as it was last corrected. */
  of(document: LibraryDocument): LibraryDocument {
    return this.#kept.get(document)?.document ?? document;
  }

  #corrected(
    document: LibraryDocument,
    decisions: readonly DecidedValues[],
    stale: Correction | undefined,
  ): LibraryDocument {
    if (decisions.length === 0 && stale === undefined) {
      this.#kept.delete(document);
      return document;
    }
    const decided = JSON.stringify([decisions, stale]);
    const kept = this.#kept.get(document);
    if (kept?.decided === decided) return kept.document;
    const reading = correctedReading(document.reading, ...applicable(decisions, document));
    const warnings = stale === undefined ? reading.warnings : [...reading.warnings, staleWarning(stale)];
    const corrected = { ...document, reading: { ...reading, warnings }, asRead: document.reading };
    this.#kept.set(document, { decided, document: corrected });
    return corrected;
  }
}

/** Lists are empty at a first look: what was decided about their entries has to wait. */
const applicable = (
  decisions: readonly DecidedValues[],
  { isFirstLook }: LibraryDocument,
): readonly DecidedValues[] =>
  isFirstLook === true ? decisions.map((layer) => ({ ...layer, entries: [] })) : decisions;

/** What was decided about each content, what counts most at the end. */
function decisionsByHash(
  corrections: readonly Correction[],
  reviews: readonly ReviewFile[],
): ReadonlyMap<string, readonly DecidedValues[]> {
  const byHash = new Map<string, DecidedValues[]>();
  const add = (sha256: string, decided: DecidedValues): void => {
    const known = byHash.get(sha256);
    if (known === undefined) byHash.set(sha256, [decided]);
    else known.push(decided);
  };
  for (const { sha256, by, on, as, facts, entries } of corrections) {
    if (as !== null || Object.keys(facts).length > 0 || entries.length > 0)
      add(sha256, { by, on, as, facts, entries });
  }
  const confirming = reviews.filter(
    ({ state, record }) =>
      state !== 'invalid' &&
      (Object.keys(record?.confirmed ?? {}).length > 0 || (record?.confirmedEntries ?? []).length > 0),
  );
  for (const { record } of confirming.sort(newestReviewFirst).reverse()) {
    const sha256 = record?.sha256 ?? null;
    if (record !== null && sha256 !== null) add(sha256, confirmedValues(record));
  }
  return byHash;
}

/** A correction of a file that has changed since, so that it doesn't apply. */
export interface StaleCorrection {
  readonly correction: Correction;
  /** What lies there now. */
  readonly document: LibraryDocument;
}

/** Corrections whose content is nowhere in the folder any more, while another one lies in its place. */
export function staleCorrections(
  corrections: readonly Correction[],
  documents: readonly LibraryDocument[],
): readonly StaleCorrection[] {
  if (corrections.length === 0) return [];
  const wanted = new Set(corrections.map(({ sha256 }) => sha256));
  const places = new Set(corrections.map(({ file }) => file));
  const hashes = new Set<string>();
  const byPath = new Map<string, LibraryDocument>();
  for (const document of documents) {
    if (wanted.has(document.sha256)) hashes.add(document.sha256);
    if (places.has(document.path)) byPath.set(document.path, document);
  }
  return corrections.flatMap((correction) => {
    if (hashes.has(correction.sha256)) return [];
    const document = byPath.get(correction.file);
    return document === undefined || document.sha256 === '' ? [] : [{ correction, document }];
  });
}

const staleWarning = ({ by, on }: Correction): string =>
  by === null || on === null
    ? ENGLISH.say(
        'What was decided about this file doesn’t apply: the file has changed since. Look at it again.',
      )
    : ENGLISH.say(
        'What {0} decided about this file on {1} doesn’t apply: the file has changed since. Look at it again.',
        by,
        dateInWords(on),
      );
