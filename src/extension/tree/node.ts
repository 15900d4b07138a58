import type { CalendarDate } from '../../core/calendar/calendar-date.ts';
import type { IdentityHint } from '../../core/library/identity-hints.ts';
import type { LibraryDocument, LibrarySnapshot, VendorDossier } from '../../core/library/snapshot.ts';
import type { OwnDocument } from '../../core/register/register.ts';
import type { ReviewFile } from '../../core/review/review.ts';
import type { DocumentStanding } from '../../core/standing/document-standing.ts';
import type { Standing } from '../../core/standing/standing.ts';
import type { Passage } from '../../webview/protocol.ts';
import type { VendorPicture } from './vendor-picture.ts';

/** A workspace folder, as far as the trees need to know it. */
export interface FolderRef {
  /** The folder's URI as a string. */
  readonly uri: string;
  readonly name: string;
}

export interface VendorStatus {
  readonly dossier: VendorDossier;
  /** Null while reports are still being read: "no report" would be a guess then. */
  readonly standing: Standing | null;
}

/** One folder's library on the day that the views show. */
export interface FolderStatus {
  readonly folder: FolderRef;
  readonly snapshot: LibrarySnapshot;
  readonly asOf: CalendarDate;
  readonly vendors: readonly VendorStatus[];
}

/** One of our own statements or policies on the day that the views show. */
export interface OwnDocumentStatus {
  readonly document: OwnDocument;
  readonly standing: DocumentStanding;
}

/** A place in a report that a row speaks about. */
export interface DocumentPassage extends Passage {
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
}

/** A tooltip as plain text in parts; whoever shows it must keep it text. */
export interface Tooltip {
  readonly heading: string;
  /** Sentences below the heading. */
  readonly points: readonly string[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

/** What a row stands for; commands work on it. */
export type Subject =
  | { readonly is: 'group' }
  | { readonly is: 'files'; readonly group: InboxGroup }
  | {
      readonly is: 'vendor';
      readonly folder: FolderRef;
      readonly vendor: VendorStatus;
      /** What its reports and letters say together; worked out when first asked for. */
      readonly picture: () => VendorPicture;
    }
  | { readonly is: 'own-document'; readonly folder: FolderRef; readonly own: OwnDocumentStatus }
  | {
      /** Something to be known about a vendor that is no file of its own. */
      readonly is: 'detail';
      readonly folder: FolderRef;
      readonly tooltip: Tooltip | null;
      /** Where it was read; null when it rests on no single place. */
      readonly passage: DocumentPassage | null;
    }
  | {
      readonly is: 'document';
      readonly folder: FolderRef;
      readonly document: LibraryDocument;
      /** Null for a file that belongs to no vendor. */
      readonly dossier: VendorDossier | null;
    }
  | {
      /** A vendor that only reports name, and one of the register that it may be. */
      readonly is: 'same-vendor';
      readonly folder: FolderRef;
      readonly hint: Extract<IdentityHint, { kind: 'same-vendor' }>;
    }
  | { readonly is: 'review'; readonly folder: FolderRef; readonly review: ReviewFile };

/** What needs a decision first; what was decided last. */
export const INBOX_GROUPS = [
  'same-vendor',
  'wrong-vendor',
  'doubtful',
  'unreadable',
  'unassigned',
  'not-soc',
  'set-aside',
] as const;
export type InboxGroup = (typeof INBOX_GROUPS)[number];

/** What a person decides about a file, or about two names, that the program can't judge. */
export type InboxDecision =
  | 'acceptAlias'
  | 'notTheSame'
  | 'assignVendor'
  | 'thisIsReport'
  | 'ignoreFile'
  | 'undoDecision'
  | 'enterPassword'
  | 'markAsChecked';

/** What can be done with a row: the words of its `contextValue`, on which the menus of package.json hang. */
export type Capability =
  | 'openReport'
  | 'startReview'
  | 'openReview'
  | 'writeReviewSummary'
  | 'completeReview'
  | 'recordPastReview'
  | 'setNextReview'
  | 'assignOwner'
  | 'requestReport'
  | 'copyReasons'
  | 'reveal'
  | 'openOwnDocument'
  | 'recordDocumentReview'
  | 'openInRegister'
  | InboxDecision;

/** How bad or good something is; the views give each a theme colour. */
export type Tone = 'error' | 'warning' | 'info' | 'good' | 'muted' | 'plain';

export interface Row {
  readonly label: string;
  readonly description: string;
  /** A codicon; null for a heading, which has words only. */
  readonly icon: string | null;
  readonly tone: Tone;
  /** What a screen reader says. */
  readonly spoken: string;
  readonly capabilities: readonly Capability[];
  readonly branch: 'expanded' | 'collapsed' | 'leaf';
}

/** A row of a tree. Immutable: a change of the library makes new nodes with the same ids. */
export interface TreeNode {
  /** The same for the same thing in every tree that is built, wherever it stands; unique within a view. */
  readonly id: string;
  readonly parent: TreeNode | null;
  readonly subject: Subject;
  readonly row: Row;
  /** Made when first asked for, so that a library of thousands costs only what is on the screen. */
  readonly children: () => readonly TreeNode[];
}

export const NO_CHILDREN = (): readonly TreeNode[] => [];

/** Computes at the first call and keeps the result. */
export function once<T>(compute: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => (kept ??= { value: compute() }).value;
}
