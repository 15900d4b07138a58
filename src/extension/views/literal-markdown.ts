import { plainText } from '../../core/library/plain-text.ts';

/**
 * Markdown that shows a text exactly as it is. Everything but letters, digits and plain spaces becomes a character
 * reference, so that nothing of it is markup, a link or an icon. (`MarkdownString.appendText` turns spaces into
 * unbreakable ones, so that lines break inside words, and leaves addresses to be made into links.)
 */
export const literalMarkdown = (text: string): string =>
  plainText(text)
    .trim()
    .replace(/[^\p{L}\p{N} ]/gu, (character) => `&#${character.codePointAt(0) ?? 0};`);
