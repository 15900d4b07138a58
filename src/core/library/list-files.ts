import { folderProblem, isGone } from './file-problem.ts';
import type { FolderTree } from './folder-tree.ts';
import { byPath } from './order.ts';
import type { CancelSignal, FileListing, UnlistedFile } from './ports.ts';
import { walk, type Walked } from './walk.ts';

export interface ListedFolders {
  /** The folder of the reviews, relative to the tree's top. Its reviews are listed whatever is excluded. */
  readonly reviewFolder: string;
  /** Which PDFs, and folders of them, are not looked at. */
  readonly isExcluded: (path: string) => boolean;
}

/** Lists the files of a library, for every host alike. Rejects when the tree's top can't be read. */
export async function listFiles(
  tree: FolderTree,
  { reviewFolder, isExcluded }: ListedFolders,
  signal: CancelSignal,
): Promise<FileListing> {
  const [pdfs, reviews] = await Promise.all([
    walk(tree, '', { signal, isWanted: isPdf, isExcluded }),
    walk(tree, reviewFolder, { signal, isWanted: isMarkdown, isExcluded: () => false }).catch(
      (error: unknown) => noReviews(reviewFolder, error),
    ),
  ]);
  // A folder without permission among the reviews is met by both.
  const unlisted = new Map([...reviews.unlisted, ...pdfs.unlisted].map((one) => [one.path, one]));
  return { pdfs: pdfs.files, reviews: reviews.files, unlisted: [...unlisted.values()].sort(byPath) };
}

const isPdf = (path: string): boolean => /\.pdf$/i.test(path);
const isMarkdown = (path: string): boolean => /\.md$/i.test(path);

/** There need be no review folder; one that can't be read is told of, since reviews are missing then. */
function noReviews(reviewFolder: string, error: unknown): Pick<Walked, 'files' | 'unlisted'> {
  const unlisted: UnlistedFile[] = isGone(error)
    ? []
    : [{ path: reviewFolder, reason: folderProblem(error) }];
  return { files: [], unlisted };
}
