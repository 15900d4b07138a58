import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { findFrontMatter } from './front-matter.ts';

/*
 * The seal of a completed review: the SHA-256 of what it says. It proves nothing against somebody who wants to
 * cheat, that is what the commits are for; it shows a review that was edited after it was completed.
 */

/** What may be filled in after the review was completed: the approver, and an earlier next review. */
const OUTSIDE_OF_SEAL = /^(?:seal|approver|nextReview)[ \t]*:.*\n/gm;
/** Follow-ups are ticked off after the review was completed. */
const TASK_BOX = /^([ \t]*[-*+] \[)[xX ](?=\][ \t])/gm;
const TABLE_LINE = /^\|.*\|$/gm;

/** Tables that a formatter has aligned say the same. */
const asOneSpace = (line: string): string => line.replace(/[ \t]+/g, ' ').replace(/-{2,}/g, '-');

/** The text as far as the seal is about it: in one kind of line end, without what may still be filled in. */
function sealedText(text: string): string {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n/g, '\n')
    .replace(/[ \t]+$/gm, '');
  const frontMatter = findFrontMatter(lines);
  const bodyFrom = frontMatter?.bodyFrom ?? 0;
  const record = lines.slice(0, bodyFrom).replace(OUTSIDE_OF_SEAL, '');
  const body = lines.slice(bodyFrom).replace(TASK_BOX, '$1 ').replace(TABLE_LINE, asOneSpace);
  return `${record}${body.trimEnd()}\n`;
}

/** The seal that a review's text would have now. */
export const sealOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(sealedText(text))));
