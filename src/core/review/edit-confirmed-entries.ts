import { ENGLISH } from '../language/language.ts';
import { entryEdit, type EntryChange } from '../register/edit-entries.ts';
import { splice, UneditableError } from '../register/yaml-edit.ts';
import { editableFrontMatter } from './edit-review.ts';

/**
 * Writes into a review's front matter what its reviewer says of one entry of a list; null takes it back. Everything
 * else stays as it is.
 *
 * @throws UneditableError for a file without front matter, with broken front matter, or in an unfinished merge
 */
export function withConfirmedEntry(text: string, change: EntryChange): string {
  const { source, map } = editableFrontMatter(text);
  if (map === null)
    throw new UneditableError(ENGLISH.say('This file has no front matter, so it is no review record.'));
  const edit = entryEdit(source, map, 'confirmedEntries', change);
  return edit === undefined ? text : splice(text, [edit]);
}
