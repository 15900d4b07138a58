import type { Zoom } from '../protocol.ts';
import type { ViewerStrings } from '../strings.ts';
import { button, element, iconButton, setPressed, toggleButton, withKey } from './dom.ts';
import { PageField } from './page-field.ts';
import { ZoomList } from './zoom-list.ts';

/** What the toolbar's controls do. */
export interface ToolbarActions {
  readonly goToPage: (page: number) => void;
  readonly stepPage: (by: 1 | -1) => void;
  readonly setZoom: (zoom: Zoom) => void;
  readonly stepZoom: (direction: 'in' | 'out') => void;
  readonly rotate: () => void;
  readonly find: () => void;
  readonly openExternally: () => void;
  readonly setDarkPages: (dark: boolean) => void;
  readonly toggleSideBar: () => void;
  readonly toggleFacts: () => void;
}

/** The bar above the pages. */
export class Toolbar {
  readonly root: HTMLElement;
  readonly pageField: PageField;
  readonly #zoomList: ZoomList;
  readonly #sideBar: HTMLButtonElement;
  readonly #facts: HTMLButtonElement;
  readonly #previous: HTMLButtonElement;
  readonly #next: HTMLButtonElement;
  #pageCount = 0;

  constructor(strings: ViewerStrings, language: string, darkPages: boolean, actions: ToolbarActions) {
    this.pageField = new PageField(strings, actions.goToPage);
    this.#zoomList = new ZoomList(strings, language, actions.setZoom);
    this.#sideBar = iconButton('layout-sidebar-left', strings.sideBar, actions.toggleSideBar);
    this.#facts = iconButton('list-unordered', strings.facts.toggle, actions.toggleFacts);
    this.#previous = iconButton('chevron-up', strings.previousPage, () => {
      actions.stepPage(-1);
    });
    this.#next = iconButton('chevron-down', strings.nextPage, () => {
      actions.stepPage(1);
    });
    this.root = element(
      'div',
      { class: 'toolbar', role: 'toolbar', 'aria-label': strings.toolbar },
      group(this.#sideBar, this.#previous, this.#next, this.pageField.root),
      group(
        iconButton('zoom-out', withKey(strings.zoomOut, 'Ctrl+-'), () => {
          actions.stepZoom('out');
        }),
        this.#zoomList.root,
        iconButton('zoom-in', withKey(strings.zoomIn, 'Ctrl++'), () => {
          actions.stepZoom('in');
        }),
      ),
      group(
        button(element('span', { class: 'icon-rotate' }), strings.rotate, actions.rotate),
        toggleButton('color-mode', strings.darkPages, darkPages, actions.setDarkPages),
        iconButton('search', withKey(strings.find, 'Ctrl+F'), actions.find),
        iconButton('link-external', strings.print, actions.openExternally),
        this.#facts,
      ),
    );
    this.setPageCount(0);
  }

  setPageCount(count: number): void {
    this.#pageCount = count;
    this.pageField.setPageCount(count);
    this.setPage(1);
  }

  setPage(page: number): void {
    this.pageField.setPage(page);
    this.#previous.disabled = page <= 1;
    this.#next.disabled = page >= this.#pageCount;
  }

  setZoom(zoom: Zoom, factor: number): void {
    this.#zoomList.show(zoom, factor);
  }

  setSideBarOpen(open: boolean): void {
    setPressed(this.#sideBar, open);
  }

  /** @param open null: there are none to show. */
  setFacts(open: boolean | null): void {
    this.#facts.disabled = open === null;
    setPressed(this.#facts, open === true);
  }
}

const group = (...children: readonly HTMLElement[]): HTMLElement =>
  element('div', { class: 'toolbar-group' }, ...children);
