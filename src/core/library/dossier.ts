import { isReport } from '../report/reading.ts';
import type { Owner } from './identity.ts';
import { newestDocumentFirst, newestReviewFirst } from './order.ts';
import type { Holdings } from './ownership.ts';
import type { VendorDossier } from './snapshot.ts';

/** A vendor with all that is its own, what is newest first. */
export function dossierOf(
  owner: Owner,
  id: string,
  name: string,
  { documents, reviews }: Holdings,
): VendorDossier {
  const newest = [...documents].sort(newestDocumentFirst);
  return {
    id,
    name,
    registered: typeof owner === 'string' ? null : owner,
    reports: newest.filter(({ reading }) => isReport(reading)),
    bridgeLetters: newest.filter(({ reading }) => reading.kind === 'bridge-letter'),
    unreadable: newest.filter(({ reading }) => reading.kind === 'unreadable'),
    reviews: [...reviews].sort(newestReviewFirst),
  };
}

/** A vendor that the register doesn't know is called as its newest document, else its newest review, has it. */
export function nameOf(owner: Owner, { documents, reviews }: Holdings): string {
  if (typeof owner !== 'string') return owner.name;
  const named = documents.filter(({ reading }) => reading.vendor !== null).sort(newestDocumentFirst);
  const recorded = reviews.filter(({ record }) => record !== null).sort(newestReviewFirst);
  return named[0]?.reading.vendor?.value ?? recorded[0]?.record?.vendor ?? owner;
}
