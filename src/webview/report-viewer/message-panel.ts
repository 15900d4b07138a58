import '@vscode-elements/elements/dist/vscode-button/index.js';
import type { Problem } from '../protocol.ts';
import type { ViewerStrings } from '../strings.ts';
import { element, icon } from './dom.ts';
import { problemText } from './problem.ts';

/** What stands in place of the pages when a report can't be shown. */
export class MessagePanel {
  readonly root = element('div', { class: 'message-panel', role: 'alert', hidden: '' });
  readonly #strings: ViewerStrings;
  readonly #onTryAgain: () => void;

  constructor(strings: ViewerStrings, onTryAgain: () => void) {
    this.#strings = strings;
    this.#onTryAgain = onTryAgain;
  }

  show(problem: Problem, fileName: string): void {
    const tryAgain = element('vscode-button', {}, this.#strings.tryAgain);
    tryAgain.addEventListener('click', this.#onTryAgain);
    this.root.replaceChildren(
      icon(problem === 'locked' ? 'lock' : 'warning'),
      element('h1', { class: 'message-title' }, fileName),
      element('p', {}, problemText(problem, this.#strings)),
      tryAgain,
    );
    this.root.hidden = false;
  }

  hide(): void {
    this.root.hidden = true;
  }
}
