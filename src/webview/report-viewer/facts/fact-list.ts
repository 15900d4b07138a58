import type { FactAction, FactGroup, FactItem } from '../../facts.ts';
import type { ViewerStrings } from '../../strings.ts';
import { element, icon } from '../dom.ts';
import { factRow, type FactRow } from './fact-row.ts';

export interface FactListActions {
  readonly go: (item: FactItem, index: number) => void;
  readonly act: (item: FactItem, action: FactAction) => void;
  readonly pageWords: (page: number) => string;
}

/** A row, and how its group is opened. */
interface ListedRow extends FactRow {
  readonly openGroup: () => void;
}

/**
 * The groups of facts. One row is in the order of the Tab key, with its buttons; the arrow keys go to the others.
 * What a reader has closed stays closed when the facts come again.
 */
export class FactList {
  readonly root = element('div', { class: 'facts-scroll' });
  readonly #strings: ViewerStrings;
  readonly #actions: FactListActions;
  readonly #openGroups = new Map<string, boolean>();
  #rows = new Map<string, ListedRow>();
  #current: string | null = null;

  constructor(strings: ViewerStrings, actions: FactListActions) {
    this.#strings = strings;
    this.#actions = actions;
    this.root.addEventListener('keydown', (event) => {
      this.#onKey(event);
    });
    this.root.addEventListener('focusin', ({ target }) => {
      const found = [...this.#rows].find(([, { root }]) => target instanceof Node && root.contains(target));
      if (found !== undefined) this.#setReachable(found[0]);
    });
  }

  /** Puts the facts in, at the same place of the list, and with the focus on the same fact. */
  show(groups: readonly FactGroup[]): void {
    const focused = [...this.#rows].find(([, { root }]) => root.contains(document.activeElement))?.[0];
    const { scrollTop } = this.root;
    this.#rows = new Map();
    this.root.replaceChildren(...groups.flatMap((group) => this.#group(group)));
    this.root.scrollTop = scrollTop;
    this.mark(this.#current);
    const [first] = this.#rows.keys();
    this.#setReachable(focused ?? this.#current ?? first ?? null);
    if (focused !== undefined) this.#rows.get(focused)?.main.focus({ preventScroll: true });
  }

  /** Marks the fact whose passage is shown, and brings it into sight; null: none. */
  mark(fact: string | null): void {
    if (this.#current !== null) this.#rows.get(this.#current)?.main.removeAttribute('aria-current');
    this.#current = fact;
    const row = fact === null ? undefined : this.#rows.get(fact);
    if (row === undefined) return;
    row.main.setAttribute('aria-current', 'true');
    row.openGroup();
    row.root.scrollIntoView({ block: 'nearest' });
    this.#setReachable(fact);
  }

  #group({ id, title, items, empty, startsOpen }: FactGroup): HTMLElement[] {
    if (items.length === 0 && empty === null) return [];
    const openGroup = (): void => {
      setOpen(true);
    };
    const rows = items.map((item) => {
      const row = factRow(item, this.#strings, {
        go: (index) => {
          this.#actions.go(item, index);
        },
        act: (action) => {
          this.#actions.act(item, action);
        },
        pageWords: this.#actions.pageWords,
      });
      this.#rows.set(item.id, { ...row, openGroup });
      return row.root;
    });
    const isOpen = this.#openGroups.get(id) ?? startsOpen;
    const list =
      rows.length === 0
        ? element('p', { class: 'fact-empty' }, empty ?? '')
        : element('ul', { class: 'fact-items' }, ...rows);
    const count = items.filter(({ isPart }) => !isPart).length;
    const head = element(
      'button',
      { type: 'button', class: 'fact-group-head' },
      icon('chevron-right'),
      element('span', {}, title),
      ...(count < 2 ? [] : [element('span', { class: 'fact-count' }, String(count))]),
    );
    const setOpen = (open: boolean): void => {
      head.ariaExpanded = String(open);
      list.hidden = !open;
    };
    setOpen(isOpen);
    head.addEventListener('click', () => {
      const open = list.hasAttribute('hidden');
      this.#openGroups.set(id, open);
      setOpen(open);
    });
    return [element('section', { class: 'fact-group' }, element('h2', {}, head), list)];
  }

  #setReachable(fact: string | null): void {
    for (const [id, { root }] of this.#rows) {
      for (const button of root.querySelectorAll('button')) button.tabIndex = id === fact ? 0 : -1;
    }
  }

  #onKey(event: KeyboardEvent): void {
    const mains = [...this.#rows.values()].flatMap(({ main }) => (main.closest('[hidden]') ? [] : [main]));
    const row = document.activeElement?.closest('.fact');
    const from = mains.findIndex((main) => row?.contains(main));
    if (from < 0) return;
    const to = { ArrowUp: from - 1, ArrowDown: from + 1, Home: 0, End: mains.length - 1 }[event.key];
    if (to === undefined) return;
    mains[Math.min(Math.max(to, 0), mains.length - 1)]?.focus();
    event.preventDefault();
    event.stopPropagation();
  }
}
