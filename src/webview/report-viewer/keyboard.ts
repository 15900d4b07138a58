/** What keys do anywhere in the viewer. Scrolling by line, screen and space is the browser's own. */
export interface KeyActions {
  readonly find: () => void;
  readonly findNext: (backwards: boolean) => void;
  /** To the next passage that a fact was read from. */
  readonly walk: (backwards: boolean) => void;
  readonly goToPageField: () => void;
  readonly zoom: (direction: 'in' | 'out' | 'fit-width') => void;
  readonly stepPage: (by: 1 | -1) => void;
  readonly endPage: (which: 'first' | 'last') => void;
  /** Takes back what was decided last on a fact. */
  readonly undo: () => void;
  /** True when there was something to take away. */
  readonly dismiss: () => boolean;
}

/**
 * Handles keys before the editor around the webview hears of them: it would search, zoom or go to a line of its
 * own. A key that the viewer has no use for goes on its way.
 */
export function listenToKeys(target: Document, actions: KeyActions): void {
  target.addEventListener('keydown', (event) => {
    if (!handle(event, actions)) return;
    event.preventDefault();
    event.stopPropagation();
  });
}

function handle(event: KeyboardEvent, actions: KeyActions): boolean {
  // Caps Lock makes letters large.
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const command = (event.ctrlKey || event.metaKey) && !event.altKey;
  if (command && key === 'z' && !event.shiftKey && !isText(event.target)) return done(actions.undo);
  if (command) return handleCommand(key, actions);
  if (key === 'F3')
    return done(() => {
      actions.findNext(event.shiftKey);
    });
  if (key === 'F8')
    return done(() => {
      actions.walk(event.shiftKey);
    });
  if (key === 'Escape') return actions.dismiss();
  if (event.altKey || event.shiftKey || isControl(event.target)) return false;
  switch (key) {
    case 'ArrowLeft':
      return done(() => {
        actions.stepPage(-1);
      });
    case 'ArrowRight':
      return done(() => {
        actions.stepPage(1);
      });
    case 'Home':
      return done(() => {
        actions.endPage('first');
      });
    case 'End':
      return done(() => {
        actions.endPage('last');
      });
    default:
      return false;
  }
}

function handleCommand(key: string, actions: KeyActions): boolean {
  switch (key) {
    case 'f':
      return done(actions.find);
    case 'g':
      return done(actions.goToPageField);
    case '+':
    case '=':
      return done(() => {
        actions.zoom('in');
      });
    case '-':
      return done(() => {
        actions.zoom('out');
      });
    case '0':
      return done(() => {
        actions.zoom('fit-width');
      });
    default:
      return false;
  }
}

function done(action: () => void): true {
  action();
  return true;
}

/** In a field, undo is the field's own. */
const isText = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input') !== null;

/** In fields, lists and trees, arrows, Home and End have their own meaning. */
const isControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, select, button, vscode-tree') !== null;
