import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import { PASSAGE_EDITOR } from '../contributions.ts';
import type { ReportEditor } from '../report-editor/report-editor.ts';
import { linkOrigin } from '../review-editor/generated-texts.ts';
import { passageDoor, throughDoors } from './passage-doors.ts';

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

/** The passages of links that previews have shown, by a short name. */
export class PreviewLinks {
  readonly #quotes = new Map<string, string>();

  /** Leads a preview's links to pages of reports through our door. */
  extend(markdownIt: MarkdownIt): MarkdownIt {
    markdownIt.core.ruler.push('soc-review-links', ({ src, tokens }) => {
      const links = [...linksIn(tokens)];
      const hrefs = links.map((link) => link.attrGet('href') ?? '');
      for (const [index, href] of throughDoors(src, hrefs, (quote) => this.#nameOf(quote)).entries())
        links[index]?.attrSet('href', href);
    });
    return markdownIt;
  }

  /** Opens the report when a door is opened. */
  register(editor: ReportEditor): vscode.Disposable {
    return vscode.window.registerCustomEditorProvider(PASSAGE_EDITOR, {
      openCustomDocument: (uri) => ({ uri, dispose: () => undefined }),
      resolveCustomEditor: ({ uri }, panel) => {
        // The editor is still putting the tab up, and wants it to stay that long.
        setTimeout(() => {
          panel.dispose();
          void this.#enter(editor, uri);
        });
      },
    } satisfies vscode.CustomReadonlyEditorProvider);
  }

  async #enter(editor: ReportEditor, uri: vscode.Uri): Promise<void> {
    const door = passageDoor(uri.path);
    if (door === undefined) return;
    const { file, page, passage } = door;
    const quote = this.#quotes.get(passage) ?? null;
    const target = linkOrigin(uri.with({ path: file, query: uri.query || 'file' }));
    await editor.open(target.with({ query: '' }), { page, quote }, vscode.ViewColumn.Beside);
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
