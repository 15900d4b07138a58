import type { DocumentReading } from '../report/reading.ts';
import type { Register, RegisteredVendor } from '../register/register.ts';
import type { ReviewFile } from '../review/review.ts';

/** One PDF of the library, with what was read from it. */
export interface LibraryDocument {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  /** Lower-case hexadecimal; empty when the file's bytes could not be read. */
  readonly sha256: string;
  readonly bytes: number;
  /** As people corrected it, where they did. */
  readonly reading: DocumentReading;
  /** What the program itself read; only where people decided something about the file. */
  readonly asRead?: DocumentReading;
  /** Only what the tree shows was looked for so far: lists are still empty, and a value may yet change. */
  readonly isFirstLook?: true;
}

/** Everything that is known about one vendor: its entry in the register, its reports, our reviews. */
export interface VendorDossier {
  /** Stable, from the name: "interxion". Unique within the library. */
  readonly id: string;
  readonly name: string;
  /** Null for a vendor that only its reports name. */
  readonly registered: RegisteredVendor | null;
  /** Newest first, by the end of the period. */
  readonly reports: readonly LibraryDocument[];
  readonly bridgeLetters: readonly LibraryDocument[];
  /** Files of this vendor that can't be read. */
  readonly unreadable: readonly LibraryDocument[];
  /** Newest first. */
  readonly reviews: readonly ReviewFile[];
}

/** The whole library at one moment. Immutable: a change makes a new one. */
export interface LibrarySnapshot {
  /** Every PDF below the root, in path order. */
  readonly documents: readonly LibraryDocument[];
  readonly register: Register;
  readonly reviews: readonly ReviewFile[];
  /** In the order of their names. */
  readonly dossiers: readonly VendorDossier[];
  /** Reports, letters and unreadable files that belong to no vendor. */
  readonly unassigned: readonly LibraryDocument[];
}
