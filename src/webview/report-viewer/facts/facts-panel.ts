import type { FactAction, FactItem, Facts } from '../../facts.ts';
import type { Passage } from '../../protocol.ts';
import { fill, type ViewerStrings } from '../../strings.ts';
import { element, iconButton, withKey } from '../dom.ts';
import { nextStop, placeOf, stopsOf, type Stop } from './evidence-walk.ts';
import { FactList } from './fact-list.ts';

export interface FactsPanelActions {
  readonly reveal: (passage: Passage) => void;
  readonly act: (fact: string, action: FactAction) => void;
  readonly pageWords: (page: number) => string;
  readonly close: () => void;
}

/** What was read from the report, beside its pages: every value one click from its passage. */
export class FactsPanel {
  readonly root: HTMLElement;
  readonly #strings: ViewerStrings;
  readonly #actions: FactsPanelActions;
  readonly #summary = element('span', { class: 'facts-summary' });
  readonly #place = element('span', { class: 'facts-place', role: 'status' });
  readonly #steps: readonly HTMLButtonElement[];
  readonly #list: FactList;
  #stops: readonly Stop[] = [];
  /** The passage that is shown, among the stops; -1: none of them. */
  #at = -1;

  constructor(strings: ViewerStrings, actions: FactsPanelActions) {
    this.#strings = strings;
    this.#actions = actions;
    this.#list = new FactList(strings, {
      go: (item, index) => {
        this.#go(item, index);
      },
      act: ({ id }, action) => {
        actions.act(id, action);
      },
      pageWords: actions.pageWords,
    });
    this.#steps = [
      iconButton('arrow-up', withKey(strings.facts.previous, 'Shift+F8'), () => {
        this.walk(true);
      }),
      iconButton('arrow-down', withKey(strings.facts.next, 'F8'), () => {
        this.walk(false);
      }),
    ];
    this.root = element(
      'aside',
      { class: 'facts', 'aria-label': strings.facts.title },
      element(
        'div',
        { class: 'facts-head' },
        this.#summary,
        this.#place,
        ...this.#steps,
        iconButton('close', strings.facts.close, actions.close),
      ),
      this.#list.root,
    );
    this.show(null);
  }

  show(facts: Facts | null): void {
    const shown = this.#stops[this.#at];
    this.#stops = stopsOf(facts?.groups ?? []);
    this.#at = shown === undefined ? -1 : placeOf(this.#stops, shown.fact, shown.index);
    this.#summary.textContent = facts?.summary ?? '';
    this.#list.show(facts?.groups ?? []);
    for (const button of this.#steps) button.disabled = this.#stops.length === 0;
    this.#showPlace();
  }

  /** Shows the next passage of all evidence, or the one before. */
  walk(backwards: boolean): void {
    const stop = nextStop(this.#stops, this.#at, backwards);
    if (stop !== undefined) this.#show(stop.fact, stop.index, stop.passage);
  }

  #go({ id, passages }: FactItem, index: number): void {
    const passage = passages[index];
    if (passage !== undefined) this.#show(id, index, passage);
  }

  #show(fact: string, index: number, passage: Passage): void {
    this.#at = placeOf(this.#stops, fact, index);
    this.#list.mark(fact);
    this.#showPlace();
    this.#actions.reveal(passage);
  }

  #showPlace(): void {
    this.#place.textContent =
      this.#at < 0 ? '' : fill(this.#strings.facts.place, this.#at + 1, this.#stops.length);
  }
}
