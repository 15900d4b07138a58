import { FindState, type EventBus } from 'pdfjs-dist/web/pdf_viewer.mjs';
import { fill, type ViewerStrings } from '../strings.ts';
import { element, iconButton, isPressed, toggleButton, withKey } from './dom.ts';
import { endFind, find, onViewer, type FindCommand, type MatchesCount } from './viewer-events.ts';

/** How long typing must rest before the search starts, in milliseconds. */
const TYPING_REST = 200;

/** The bar at the upper right in which a reader searches the whole report. */
export class FindBar {
  readonly root: HTMLElement;
  readonly #bus: EventBus;
  readonly #strings: ViewerStrings;
  readonly #onClose: () => void;
  readonly #input: HTMLInputElement;
  readonly #count = element('span', { class: 'find-count', role: 'status', 'aria-live': 'polite' });
  readonly #steps: readonly HTMLButtonElement[];
  readonly #matchCase: HTMLButtonElement;
  readonly #wholeWords: HTMLButtonElement;
  readonly #highlightAll: HTMLButtonElement;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(bus: EventBus, strings: ViewerStrings, onClose: () => void) {
    this.#bus = bus;
    this.#strings = strings;
    this.#onClose = onClose;
    this.#input = element('input', {
      type: 'text',
      class: 'find-input',
      placeholder: strings.find,
      'aria-label': strings.findInReport,
      spellcheck: 'false',
    });
    this.#matchCase = toggleButton('case-sensitive', strings.matchCase, false, () => {
      this.#send('casesensitivitychange');
    });
    this.#wholeWords = toggleButton('whole-word', strings.wholeWords, false, () => {
      this.#send('entirewordchange');
    });
    this.#highlightAll = toggleButton('list-selection', strings.highlightAll, true, () => {
      this.#send('highlightallchange');
    });
    this.#steps = [
      iconButton('arrow-up', withKey(strings.findPrevious, 'Shift+Enter'), () => {
        this.#send('again', true);
      }),
      iconButton('arrow-down', withKey(strings.findNext, 'Enter'), () => {
        this.#send('again');
      }),
    ];
    this.root = element(
      'div',
      { class: 'find-bar', role: 'search', 'aria-label': strings.findInReport, hidden: '' },
      element(
        'div',
        { class: 'find-field' },
        this.#input,
        this.#matchCase,
        this.#wholeWords,
        this.#highlightAll,
      ),
      this.#count,
      ...this.#steps,
      iconButton('close', withKey(strings.closeFind, 'Escape'), () => {
        this.close();
      }),
    );
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => {
        this.#send('');
      }, TYPING_REST);
    });
    this.root.addEventListener('keydown', (event) => {
      this.#onKey(event);
    });
    onViewer(bus, 'updatefindcontrolstate', ({ state, matchesCount }) => {
      this.#showState(state, matchesCount);
    });
    onViewer(bus, 'updatefindmatchescount', ({ matchesCount }) => {
      this.#showCount(matchesCount);
    });
    this.#enableSteps(false);
  }

  get isOpen(): boolean {
    return !this.root.hidden;
  }

  /** Opens the bar, with what is selected on the pages as the words to search for. */
  open(): void {
    const selected = document.getSelection()?.toString().trim() ?? '';
    this.root.hidden = false;
    if (selected !== '' && !selected.includes('\n')) {
      this.#input.value = selected;
    }
    this.#input.focus();
    this.#input.select();
    if (this.#input.value !== '') this.#send('');
  }

  close(): void {
    if (!this.isOpen) return;
    clearTimeout(this.#typing);
    this.root.hidden = true;
    endFind(this.#bus);
    this.#onClose();
  }

  /** Goes to the next match of what was searched last; opens the bar when nothing was. */
  next(backwards: boolean): void {
    if (this.isOpen && this.#input.value !== '') this.#send('again', backwards);
    else this.open();
  }

  /** Searches for words as a reader would, without taking the focus. Resolves with whether they were found. */
  search(query: string, signal: AbortSignal): Promise<boolean> {
    this.root.hidden = false;
    this.#input.value = query;
    return new Promise((resolve) => {
      const done = new AbortController();
      const finish = (found: boolean) => {
        done.abort();
        resolve(found);
      };
      signal.addEventListener(
        'abort',
        () => {
          finish(false);
        },
        { once: true },
      );
      onViewer(
        this.#bus,
        'updatefindcontrolstate',
        ({ state }) => {
          if (state !== FindState.PENDING) finish(state !== FindState.NOT_FOUND);
        },
        { signal: done.signal },
      );
      this.#send('');
    });
  }

  #send(type: FindCommand['type'], findPrevious = false): void {
    clearTimeout(this.#typing);
    find(this.#bus, {
      type,
      query: this.#input.value,
      caseSensitive: isPressed(this.#matchCase),
      entireWord: isPressed(this.#wholeWords),
      highlightAll: isPressed(this.#highlightAll),
      findPrevious,
    });
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && event.target === this.#input) this.#send('again', event.shiftKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #showState(state: number, matches: MatchesCount): void {
    if (state === FindState.PENDING) {
      this.#count.textContent = this.#strings.findSearching;
      return;
    }
    const none = state === FindState.NOT_FOUND && this.#input.value !== '';
    this.root.classList.toggle('nothing-found', none);
    if (none) {
      this.#count.textContent = this.#strings.findNone;
      this.#enableSteps(false);
    } else this.#showCount(matches);
  }

  #showCount({ current, total }: MatchesCount): void {
    this.#enableSteps(total > 0);
    this.#count.textContent = total === 0 ? '' : fill(this.#strings.findCount, current, total);
  }

  #enableSteps(enabled: boolean): void {
    for (const button of this.#steps) button.disabled = !enabled;
  }
}
