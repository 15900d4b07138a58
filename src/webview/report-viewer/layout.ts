import { element } from './dom.ts';

export interface ViewerParts {
  readonly toolbar: HTMLElement;
  readonly progress: HTMLElement;
  readonly sideBar: HTMLElement;
  readonly pages: HTMLElement;
  readonly splitter: HTMLElement;
  readonly facts: HTMLElement;
}

/** The viewer's parts in their places, which is also the order of the Tab key. */
export const viewerLayout = ({
  toolbar,
  progress,
  sideBar,
  pages,
  splitter,
  facts,
}: ViewerParts): HTMLElement =>
  element(
    'div',
    { class: 'report-viewer' },
    toolbar,
    progress,
    element(
      'div',
      { class: 'work-area' },
      sideBar,
      element('main', { class: 'pages-area' }, pages),
      splitter,
      facts,
    ),
  );
