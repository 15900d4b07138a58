import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { literalMarkdown } from '../../../src/extension/views/literal-markdown.ts';

/** Without the pass that makes links of finished text: VS Code's renderer finds addresses in the source only. */
const mdastExtensions = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

const parse = (text: string) =>
  fromMarkdown(`- ${literalMarkdown(text)}\n`, { extensions: [gfm()], mdastExtensions });

/** What a reader sees of a list item, when it is nothing but text. */
function shown(text: string): string | undefined {
  const list = parse(text).children[0];
  const item = list?.type === 'list' ? list.children[0] : undefined;
  const paragraph = item?.children[0];
  if (paragraph === undefined) return '';
  if (paragraph.type !== 'paragraph' || paragraph.children.length !== 1) return undefined;
  const [inline] = paragraph.children;
  return inline?.type === 'text' ? inline.value : undefined;
}

describe('text of reports in Markdown', () => {
  const hostile = [
    '**bold** <b>tag</b> [link](command:evil) ![](https://example.com/x.png)',
    'https://example.com dana@example.com www.example.com',
    '# heading | table | `code` $(flame) &amp; \\ ~~x~~',
    '1. list',
    '---',
  ];
  for (const text of hostile) {
    it(`shows ${text} as it is`, () => {
      assert.equal(shown(text), text);
    });
  }

  it('stays on one line', () => {
    assert.equal(shown('one\n\n- two\r\n\tthree'), 'one - two three');
  });

  it('shows any text as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const plain = text.replace(/\s+/gu, ' ').trim();
        fc.pre(!/[\0\p{C}]/u.test(plain));
        assert.equal(shown(text), plain);
      }),
    );
  });
});
