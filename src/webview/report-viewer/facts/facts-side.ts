import type { Facts } from '../../facts.ts';
import type { ViewerPreferences } from '../../protocol.ts';
import type { ViewerStrings } from '../../strings.ts';
import { FactsPanel, type FactsPanelActions } from './facts-panel.ts';
import { Splitter } from './splitter.ts';

export interface FactsSideOptions extends Omit<FactsPanelActions, 'close'> {
  readonly strings: ViewerStrings;
  readonly preferences: ViewerPreferences;
  readonly prefer: (changed: Partial<ViewerPreferences>) => void;
  readonly onClosed: () => void;
}

/** The right side of the viewer: the facts, and the line that makes them wider. */
export class FactsSide {
  readonly panel: FactsPanel;
  readonly splitter: Splitter;
  /** False for a file that is no report of the library. */
  hasFacts = false;

  constructor({ strings, preferences, prefer, onClosed, ...actions }: FactsSideOptions) {
    this.panel = new FactsPanel(strings, {
      ...actions,
      close: () => {
        prefer({ facts: 'closed' });
        onClosed();
      },
    });
    this.splitter = new Splitter(
      strings.facts.resize,
      this.panel.root,
      preferences.factsWidth,
      (factsWidth) => {
        prefer({ factsWidth });
      },
    );
  }

  show(facts: Facts | null): void {
    this.panel.show(facts);
    this.hasFacts = facts !== null;
  }

  /** @returns whether they are to be seen; null when there are none. */
  setOpen(open: boolean): boolean | null {
    const isShown = open && this.hasFacts;
    this.panel.root.hidden = !isShown;
    this.splitter.root.hidden = !isShown;
    return this.hasFacts ? isShown : null;
  }
}
