import type { KeyActions } from './keyboard.ts';
import type { ReportView } from './report-view.ts';
import type { ToolbarActions } from './toolbar.ts';

/** What the toolbar does to the pages alone. */
export const pageButtons = (
  view: ReportView,
): Pick<ToolbarActions, 'goToPage' | 'stepPage' | 'setZoom' | 'stepZoom' | 'rotate'> => ({
  goToPage: (page) => {
    view.page = page;
  },
  stepPage: (by) => {
    view.page += by;
  },
  setZoom: (zoom) => {
    view.zoom = zoom;
  },
  stepZoom: (direction) => {
    view.zoomStep(direction);
  },
  rotate: () => {
    view.rotate();
  },
});

/** What keys do to the pages alone. */
export const pageKeys = (view: ReportView): Pick<KeyActions, 'zoom' | 'stepPage' | 'endPage'> => ({
  zoom: (direction) => {
    if (direction === 'fit-width') view.zoom = direction;
    else view.zoomStep(direction);
  },
  stepPage: (by) => {
    view.page += by;
  },
  endPage: (which) => {
    view.page = which === 'first' ? 1 : view.pageCount;
  },
});
