import type { EventBus } from 'pdfjs-dist/web/pdf_viewer.mjs';

export interface MatchesCount {
  readonly current: number;
  readonly total: number;
}

/** The events of pdf.js's viewer that we hear, as its documentation has them; its own types say nothing. */
export interface ViewerEvents {
  readonly pagesinit: object;
  readonly pagechanging: { readonly pageNumber: number };
  readonly scalechanging: { readonly scale: number; readonly presetValue?: string };
  readonly rotationchanging: { readonly pagesRotation: number };
  readonly updateviewarea: object;
  readonly pagerendered: { readonly pageNumber: number; readonly cssTransform: boolean };
  readonly textlayerrendered: { readonly pageNumber: number };
  readonly updatetextlayermatches: { readonly pageIndex: number };
  readonly updatefindmatchescount: { readonly matchesCount: MatchesCount };
  readonly updatefindcontrolstate: {
    /** One of `FindState`. */
    readonly state: number;
    readonly matchesCount: MatchesCount;
    readonly rawQuery: string | null;
  };
}

/** What the find controller is told. `type` says what changed since the last time; empty for a new search. */
export interface FindCommand {
  readonly type: '' | 'again' | 'casesensitivitychange' | 'entirewordchange' | 'highlightallchange';
  readonly query: string;
  readonly caseSensitive: boolean;
  readonly entireWord: boolean;
  readonly highlightAll: boolean;
  readonly findPrevious: boolean;
}

/** Listens to pdf.js's viewer. `signal` ends it. */
export function onViewer<E extends keyof ViewerEvents>(
  bus: EventBus,
  event: E,
  listener: (event: ViewerEvents[E]) => void,
  options: { readonly signal?: AbortSignal; readonly once?: boolean } = {},
): void {
  bus.on(event, listener, options);
}

/** Starts or continues a search. */
export function find(bus: EventBus, command: FindCommand): void {
  bus.dispatch('find', { source: bus, matchDiacritics: true, ...command });
}

/** Ends a search and takes its marks away. */
export function endFind(bus: EventBus): void {
  bus.dispatch('findbarclose', { source: bus });
}
