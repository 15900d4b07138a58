import type { FactAction, FactItem, FactState } from '../../facts.ts';
import type { ViewerStrings } from '../../strings.ts';
import { element, icon, iconButton } from '../dom.ts';

/** What can be done with a row. `index` is the fact's passage, from 0. */
export interface FactRowActions {
  readonly go: (index: number) => void;
  readonly act: (action: FactAction) => void;
  /** "Page 12 of 96 · printed 8" */
  readonly pageWords: (page: number) => string;
}

/** A fact as it stands in the panel. */
export interface FactRow {
  readonly root: HTMLElement;
  /** What the arrow keys go to. */
  readonly main: HTMLButtonElement;
}

const STATE_ICONS: Readonly<Record<FactState, string>> = {
  read: 'circle-large-outline',
  doubtful: 'question',
  absent: 'circle-slash',
  confirmed: 'pass-filled',
  corrected: 'edit',
  added: 'add',
  plain: 'blank',
};

const ACTION_ICONS: Readonly<Record<FactAction, string>> = {
  confirm: 'check',
  correct: 'edit',
  'mark-absent': 'circle-slash',
  'take-back': 'discard',
  'add-to-review': 'note',
};

/** One fact: its state, name, value and pages, and behind it what a reader can do with it. */
export function factRow(item: FactItem, strings: ViewerStrings, actions: FactRowActions): FactRow {
  const [first, ...others] = item.passages;
  const main = element(
    'button',
    { type: 'button', class: 'fact-main', tabindex: '-1' },
    ...(item.name === '' ? [] : [element('span', { class: 'fact-name' }, item.name)]),
    element('span', { class: 'fact-value' }, item.value),
    ...item.notes.map((note) => element('span', { class: 'fact-note' }, note)),
    ...(item.status === '' ? [] : [element('span', { class: 'spoken-only' }, item.status)]),
    ...(first === undefined ? [] : [element('span', { class: 'fact-page' }, actions.pageWords(first.page))]),
  );
  if (first === undefined) main.setAttribute('aria-disabled', 'true');
  main.addEventListener('click', () => {
    actions.go(0);
  });
  const pages = others.map((passage, index) => {
    const words = actions.pageWords(passage.page);
    const link = element('button', { type: 'button', class: 'fact-page fact-more', tabindex: '-1' }, words);
    link.addEventListener('click', () => {
      actions.go(index + 1);
    });
    return link;
  });
  const state = icon(STATE_ICONS[item.state]);
  state.classList.add('fact-state');
  if (item.status !== '') state.title = item.status;
  const root = element(
    'li',
    { class: `fact fact-${item.state}${item.isPart ? ' fact-part' : ''}` },
    state,
    element('div', { class: 'fact-words' }, main, ...pages),
    ...(item.actions.length === 0
      ? []
      : [
          element(
            'div',
            { class: 'fact-actions' },
            ...item.actions.map((action) => actionButton(action, item, strings, actions)),
          ),
        ]),
  );
  return { root, main };
}

function actionButton(
  action: FactAction,
  { name, value }: FactItem,
  strings: ViewerStrings,
  { act }: FactRowActions,
): HTMLButtonElement {
  const label = strings.facts.actions[action];
  const created = iconButton(ACTION_ICONS[action], label, () => {
    act(action);
  });
  created.tabIndex = -1;
  // Out of its row, "Confirm" alone would not say what.
  created.ariaLabel = `${label}: ${name === '' ? value : name}`;
  return created;
}
