import type { FactGroup } from '../../facts.ts';
import type { Passage } from '../../protocol.ts';

/** One stop on the way through everything that a report's facts were read from. */
export interface Stop {
  readonly fact: string;
  /** Which of the fact's passages, from 0. */
  readonly index: number;
  readonly passage: Passage;
}

/** All passages of all evidence, in the order of the panel. A page without a quote is a place and no evidence. */
export const stopsOf = (groups: readonly FactGroup[]): readonly Stop[] =>
  groups
    .filter(({ isEvidence }) => isEvidence)
    .flatMap(({ items }) =>
      items.flatMap(({ id, passages }) =>
        passages.flatMap((passage, index) => (passage.quote === null ? [] : [{ fact: id, index, passage }])),
      ),
    );

/** Where a fact's passage stands among the stops; -1 when it is none. */
export const placeOf = (stops: readonly Stop[], fact: string, index: number): number =>
  stops.findIndex((stop) => stop.fact === fact && stop.index === index);

/**
 * The stop after `place`, or before it; round at the ends, as the editor's own F8 goes. From -1, which is nowhere,
 * the way begins at the first or the last stop. Undefined when there are none.
 */
export function nextStop(stops: readonly Stop[], place: number, backwards: boolean): Stop | undefined {
  if (place < 0) return stops.at(backwards ? -1 : 0);
  return stops.at((place + (backwards ? -1 : 1)) % stops.length);
}
