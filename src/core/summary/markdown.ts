import type { BlockContent, Heading, Link, List, Paragraph, PhrasingContent, Root, Table } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';

/*
 * Markdown as a tree. What comes out of a report goes into text nodes only, so that the library escapes it: no
 * pipe breaks a table, no tag becomes HTML, no address becomes a link.
 */

/** What a cell, a paragraph or an item is made of; a plain string is text. */
export type Inline = string | PhrasingContent | readonly (string | PhrasingContent)[];

const CONTROL_CHARACTERS = /[\p{Cc}\p{Cs}]/gu;
/** Marks that turn the direction of the text that follows, which a report could use to disguise what it says. */
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text of a report as one line: no control characters, no marks that turn its direction, single blanks. */
export const oneLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(CONTROL_CHARACTERS, '')
    .replace(DIRECTION_MARKS, '')
    .replace(/ {2,}/g, ' ')
    .trim();

const phrasing = (inline: Inline): PhrasingContent[] => {
  const parts = Array.isArray(inline)
    ? (inline as readonly (string | PhrasingContent)[])
    : [inline as string];
  return parts.map((part) => (typeof part === 'string' ? { type: 'text', value: part } : part));
};

export const heading = (depth: Heading['depth'], inline: Inline): Heading => ({
  type: 'heading',
  depth,
  children: phrasing(inline),
});

export const paragraph = (inline: Inline): Paragraph => ({ type: 'paragraph', children: phrasing(inline) });

export const emphasis = (text: string): PhrasingContent => ({
  type: 'emphasis',
  children: [{ type: 'text', value: text }],
});

export const link = (url: string, text: string): Link => ({
  type: 'link',
  url,
  children: [{ type: 'text', value: text }],
});

export const quote = (text: string): BlockContent => ({ type: 'blockquote', children: [paragraph(text)] });

export const bullets = (items: readonly Inline[]): List => ({
  type: 'list',
  spread: false,
  children: items.map((item) => ({ type: 'listItem', spread: false, children: [paragraph(item)] })),
});

/** A list to be ticked off. */
export const tasks = (items: readonly Inline[]): List => ({
  type: 'list',
  spread: false,
  children: items.map((item) => ({
    type: 'listItem',
    spread: false,
    checked: false,
    children: [paragraph(item)],
  })),
});

export const table = (head: readonly string[], rows: readonly (readonly Inline[])[]): Table => ({
  type: 'table',
  children: [head, ...rows].map((row) => ({
    type: 'tableRow',
    children: row.map((cell) => ({ type: 'tableCell', children: phrasing(cell) })),
  })),
});

/** Mathematics, which Markdown previews typeset between dollar signs, would swallow amounts of money. */
const NO_MATHEMATICS = { unsafe: [{ character: '$', inConstruct: 'phrasing' as const }] };

/** The Markdown of a tree; tables without padding, so that one longer cell doesn't change every line. */
export const renderMarkdown = (children: Root['children']): string =>
  toMarkdown(
    { type: 'root', children },
    {
      bullet: '-',
      extensions: [gfmToMarkdown({ tablePipeAlign: false }), NO_MATHEMATICS],
    },
  );

/** A pipe would break the table that a template puts a text into. */
const NO_CELLS = { unsafe: [{ character: '|', inConstruct: 'phrasing' as const }] };

/** One line of text as Markdown, safe at any place of a text: in a sentence, a heading or a table. */
export const renderText = (text: string): string =>
  toMarkdown(
    { type: 'root', children: [paragraph(oneLine(text))] },
    { extensions: [gfmToMarkdown(), NO_MATHEMATICS, NO_CELLS] },
  ).trim();
