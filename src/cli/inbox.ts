import { identityHints, type IdentityHint } from '../core/library/identity-hints.ts';
import type { LibraryDocument, LibrarySnapshot } from '../core/library/snapshot.ts';

/** Something that only a person can decide or mend. */
export interface InboxItem {
  readonly files: readonly string[];
  readonly text: string;
}

/** What needs a person before the standing of all vendors is complete. */
export const inboxOf = (snapshot: LibrarySnapshot): InboxItem[] => [
  ...identityHints(snapshot).map(hintItem),
  ...snapshot.unassigned.map(unassignedItem),
];

function hintItem(hint: IdentityHint): InboxItem {
  if (hint.kind === 'among-others') {
    const { document, printed, among } = hint;
    const text = `${document.path} is a report of ${printed.name}, among the files of ${among.name}. Was the wrong report handed over?`;
    return { files: [document.path], text };
  }
  const { unregistered, registered, because } = hint;
  const where = because === 'folder' ? `, whose folder its reports lie in` : '';
  return {
    files: [...unregistered.reports, ...unregistered.bridgeLetters].map(({ path }) => path),
    text: `${unregistered.name}: the same as ${registered.name}${where}? If so, add the name to the aliases of ${registered.name} in the register.`,
  };
}

function unassignedItem({ path, reading }: LibraryDocument): InboxItem {
  const text =
    reading.kind === 'unreadable'
      ? `${path} can’t be read. ${reading.reason ?? ''}`
      : `${path} names no vendor in its text. Put it into a folder called after the vendor, or list it under the vendor’s files in the register.`;
  return { files: [path], text: text.trimEnd() };
}
