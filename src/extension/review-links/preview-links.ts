import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import { PASSAGE_EDITOR } from '../contributions.ts';
import type { ReportEditor } from '../report-editor/report-editor.ts';
import { reportLinks } from './report-links.ts';

/*
 * A Markdown preview opens a link to a PDF in the editor's own viewer of binary files, and drops the page. So in the
 * preview such a link leads to a name of ours instead, which stands for the file, its page and its passage; what
 * opens under that name is a door that closes behind the reader and shows the report.
 */

/** The part of markdown-it that the preview lets extensions change. */
export interface MarkdownIt {
  readonly core: {
    readonly ruler: { push(name: string, rule: (state: MarkdownState) => void): void };
  };
}

interface MarkdownState {
  readonly src: string;
  readonly tokens: readonly MarkdownToken[];
}

interface MarkdownToken {
  readonly type: string;
  readonly children: readonly MarkdownToken[] | null;
  attrGet(name: string): string | null;
  attrSet(name: string, value: string): void;
}

/** "report.pdf" is followed by its page and what its passage is known by. */
const DOOR = /^(?<file>.+\.pdf)\.(?<page>\d+)-(?<passage>[0-9a-f]+)\.soc-passage$/i;

/** The passages of links that previews have shown, by a short name. */
export class PreviewLinks {
  readonly #quotes = new Map<string, string>();

  /** Leads a preview's links to pages of reports through our door. */
  extend(markdownIt: MarkdownIt): MarkdownIt {
    markdownIt.core.ruler.push('soc-review-links', ({ src, tokens }) => {
      const links = reportLinks(src);
      for (const token of linksIn(tokens)) {
        const href = token.attrGet('href') ?? '';
        const at = links.findIndex(({ start, end }) => src.slice(start, end) === href);
        const link = links[at];
        if (link === undefined) continue;
        // Each link of the text is met once: rows that lead to one page have passages of their own.
        links.splice(0, at + 1);
        if (link.page === null) continue;
        const [address = ''] = href.split('#');
        token.attrSet('href', `${address}.${link.page}-${this.#nameOf(link.quote)}.soc-passage`);
      }
    });
    return markdownIt;
  }

  /** Opens the report when a door is opened. */
  register(editor: ReportEditor): vscode.Disposable {
    return vscode.window.registerCustomEditorProvider(PASSAGE_EDITOR, {
      openCustomDocument: (uri) => ({ uri, dispose: () => undefined }),
      resolveCustomEditor: ({ uri }, panel) => {
        const { file, page, passage } = DOOR.exec(uri.path)?.groups ?? {};
        const column = panel.viewColumn;
        panel.dispose();
        if (file === undefined) return;
        const quote = this.#quotes.get(passage ?? '') ?? null;
        void editor.open(uri.with({ path: file }), { page: Number(page), quote }, column);
      },
    } satisfies vscode.CustomReadonlyEditorProvider);
  }

  #nameOf(quote: string | null): string {
    if (quote === null) return '0';
    const name = createHash('sha256').update(quote).digest('hex').slice(0, 12);
    this.#quotes.set(name, quote);
    return name;
  }
}

function* linksIn(tokens: readonly MarkdownToken[]): Generator<MarkdownToken> {
  for (const token of tokens) {
    if (token.type === 'link_open') yield token;
    if (token.children !== null) yield* linksIn(token.children);
  }
}
