import type { LibraryDocument, LibrarySnapshot } from './snapshot.ts';
import { concernsVendor } from './identity.ts';

/** A file whose parts contradict each other, or that is doubtful otherwise, and that nobody has looked into yet. */
export interface OpenWarnings {
  readonly document: LibraryDocument;
  /** Never empty. */
  readonly warnings: readonly string[];
}

/** What a person should look into, in path order: the warnings of files that belong to vendors, less the settled. */
export function openWarnings({ documents, register }: LibrarySnapshot): readonly OpenWarnings[] {
  const settled = new Map(register.corrections.map((correction) => [correction.sha256, correction.settled]));
  return documents.filter(concernsVendor).flatMap((document) => {
    const known = settled.get(document.sha256) ?? [];
    const warnings = document.reading.warnings.filter((warning) => !known.includes(warning));
    return warnings.length === 0 ? [] : [{ document, warnings }];
  });
}
