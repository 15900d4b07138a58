import type { LibraryDocument } from '../../core/library/snapshot.ts';
import type { Holdings } from '../../core/summary/holdings.ts';
import type { BoundReview } from './document-nodes.ts';
import type { FolderStatus, TreeNode, VendorStatus } from './node.ts';
import type { VendorPicture } from './vendor-picture.ts';

/** A vendor in the tree, with what the rows below it are made from. */
export interface VendorPlace {
  readonly folder: FolderStatus;
  readonly vendor: VendorStatus;
  readonly picture: () => VendorPicture;
  readonly reviewsOf: (document: LibraryDocument) => readonly BoundReview[];
  /** What we hold of the organizations that vendors rely on. */
  readonly holdings: () => Holdings;
  readonly node: TreeNode;
}
