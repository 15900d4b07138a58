/*
 * What the facts panel shows. Pure types, part of the protocol. The host makes it ready to be read, in the reader's
 * language; the viewer draws it as text and knows nothing of reports.
 */
import type { Passage } from './protocol.ts';

/** What a reader can do with a fact, besides looking at its passage. */
export const FACT_ACTIONS = ['confirm', 'correct', 'mark-absent', 'take-back', 'add-to-review'] as const;
export type FactAction = (typeof FACT_ACTIONS)[number];

/**
 * - `read`: the program read it, nobody has confirmed it.
 * - `doubtful`: read, and it rests on one weak mention.
 * - `absent`: there is no value.
 * - `confirmed`, `corrected`, `added`: a person decided.
 * - `plain`: nothing to be decided.
 */
export type FactState = 'read' | 'doubtful' | 'absent' | 'confirmed' | 'corrected' | 'added' | 'plain';

export interface FactItem {
  /** The same for the same fact whenever the report is read again; unique within the report. */
  readonly id: string;
  /** "Service auditor", "CC6.2"; empty where the value says everything. */
  readonly name: string;
  /** The value in words, or why there is none. */
  readonly value: string;
  /** What else is to be known: "52 days after the end of the period". */
  readonly notes: readonly string[];
  /** Where it stands, in the order of the report; empty when it stands nowhere. */
  readonly passages: readonly Passage[];
  readonly state: FactState;
  /** The state in words, with who and when: "Confirmed by Dana Petit on 20 Jan 2026". */
  readonly status: string;
  readonly actions: readonly FactAction[];
  /** True for what belongs to the fact above: a response to an exception. */
  readonly isPart: boolean;
}

export interface FactGroup {
  readonly id: string;
  readonly title: string;
  /** What is said when there are no items; null: then the group is left out. */
  readonly empty: string | null;
  readonly items: readonly FactItem[];
  /** Whether its passages are evidence, through which F8 walks; sections are only places. */
  readonly isEvidence: boolean;
  /** Whether the group is open before a reader closes it. */
  readonly startsOpen: boolean;
}

export interface Facts {
  /** "3 of 11 confirmed". */
  readonly summary: string;
  readonly groups: readonly FactGroup[];
}
