import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Nodes, RootContent, Table } from 'mdast';
import { columnsOf, type BodySection } from './review-body.ts';

/** The columns that people fill in; everything else in a table was written by the program. */
export const HUMAN_COLUMNS: ReadonlySet<string> = new Set([
  'Confirmed',
  'Our assessment',
  'Follow-up',
  'Our control',
  'Owner',
  'Status',
  'How we follow it up',
  'Our answer',
]);

/** Enough to tell a section that was edited from one that wasn't; nobody has a reason to forge it. */
const DIGEST_LENGTH = 8;

type Outline = string | readonly Outline[];

/** What a node says, whatever way it is laid out: a formatter that aligns the tables changes nothing. */
function outlineOf(node: Nodes): Outline {
  const children = node.type === 'table' ? generatedCells(node) : 'children' in node ? node.children : [];
  const value = 'value' in node ? node.value.replace(/\s+/g, ' ') : '';
  return [node.type, 'url' in node ? node.url : '', value, children.map(outlineOf)];
}

function generatedCells(table: Table): Nodes[] {
  const columns = columnsOf(table);
  return table.children.map((row) => ({
    ...row,
    children: row.children.map((cell, index) =>
      HUMAN_COLUMNS.has(columns[index] ?? '') ? { ...cell, children: [] } : cell,
    ),
  }));
}

/** A short digest of what the program wrote in a part of a review; what people filled in doesn't count. */
export const generatedDigest = (contents: readonly RootContent[]): string =>
  bytesToHex(sha256(utf8ToBytes(JSON.stringify(contents.map(outlineOf))))).slice(0, DIGEST_LENGTH);

/** True when nobody has touched what the program wrote in a section. */
export const isAsGenerated = ({ contents }: BodySection, digest: string | undefined): boolean =>
  digest !== undefined && generatedDigest(contents) === digest;
