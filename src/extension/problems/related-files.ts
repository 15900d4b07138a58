import { t } from '@vscode/l10n';
import type { LibrarySnapshot } from '../../core/library/snapshot.ts';
import { dateInWords, retold } from '../language.ts';
import { documentTitle, joined, periodInWords } from '../tree/words.ts';
import type { RelatedFile } from './found-problem.ts';

/** What a file of the library is, in a person's words. */
export type WordsOfFile = (path: string) => string;

/** Looks up files by their paths; the table is made when the first one is asked for. */
export function wordsOfFiles({ documents, reviews }: LibrarySnapshot): WordsOfFile {
  let words: Map<string, string> | undefined;
  const table = (): Map<string, string> =>
    new Map([
      ...documents.map(({ path, reading }): [string, string] => [
        path,
        reading.kind === 'unreadable'
          ? joined(documentTitle(reading), reading.reason === null ? null : retold(reading.reason))
          : joined(documentTitle(reading), periodInWords(reading)),
      ]),
      ...reviews.map(({ path, record }): [string, string] => [
        path,
        record?.reviewed ? t('Review of {0}', dateInWords(record.reviewed)) : t('Draft review'),
      ]),
    ]);
  return (path) => (words ??= table()).get(path) ?? path;
}

export const relatedFiles = (paths: readonly string[], wordsOf: WordsOfFile): RelatedFile[] =>
  paths.map((path) => ({ path, words: wordsOf(path) }));
