import type { HostFigures } from './host/protocol.ts';
import type { Spent } from './host/spent.ts';
import type { Scale } from './library-scale.ts';
import { median } from './measure.ts';

/** A line of the bench's table. */
export interface Line {
  readonly what: string;
  readonly figure: string;
  /** What it is compared with. */
  readonly peer: string;
  readonly ratio: number | null;
  readonly target: string;
  /** Null where nothing was promised, or the peer is missing. */
  readonly holds: boolean | null;
}

/** What was measured on one set of files, in seconds. */
export interface Speed {
  /** What the files are, for the lines' names; empty for the bench's own. */
  readonly set: string;
  readonly firstTree: number;
  readonly fullReading: number;
  readonly pdftotext: number | null;
  readonly pdfParse: number;
  /** Of the first page of each file. */
  readonly pdfParseFirstPages: number;
  readonly agreement: { readonly agreed: number; readonly total: number };
}

const LIMITS = {
  firstTree: 0.5,
  fullReading: 1.5,
  agreement: 0.99,
  start: 150,
  stall: 50,
  activate: 30,
  memory: 350,
};
/** How much longer a change may take in a library fifty times as large before it is more than noise. */
const NOISE = 2;

const seconds = (value: number): string => `${value.toFixed(2)} s`;
const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
/** On a busy machine, what passes on the clock is others' work as well. */
const work = ({ processor, clock }: Spent): string =>
  `${milliseconds(processor)} of work (${milliseconds(clock)} on the clock)`;
const megabytes = (value: number): string => `${value.toFixed(0)} MB`;

const alone = (what: string, figure: string, limit: string, holds: boolean): Line => ({
  what,
  figure,
  peer: '',
  ratio: null,
  target: `≤ ${limit}`,
  holds,
});

/** Two sets as one library; a little more than it would take, since each has started a process of its own. */
export function together(one: Speed, other: Speed): Speed {
  const sum = (of: (speed: Speed) => number): number => of(one) + of(other);
  return {
    set: ', both sets together',
    firstTree: sum(({ firstTree }) => firstTree),
    fullReading: sum(({ fullReading }) => fullReading),
    pdftotext: one.pdftotext === null || other.pdftotext === null ? null : one.pdftotext + other.pdftotext,
    pdfParse: sum(({ pdfParse }) => pdfParse),
    pdfParseFirstPages: sum(({ pdfParseFirstPages }) => pdfParseFirstPages),
    agreement: {
      agreed: sum(({ agreement }) => agreement.agreed),
      total: sum(({ agreement }) => agreement.total),
    },
  };
}

/** How fast files are read, next to how fast their text is extracted. */
export function speedLines(speed: Speed): Line[] {
  const { set, firstTree, fullReading, pdftotext, pdfParse, pdfParseFirstPages } = speed;
  const { agreed, total } = speed.agreement;
  const against = (what: string, ours: number, limit: number): Line => {
    const ratio = pdftotext === null ? null : ours / pdftotext;
    return {
      what: `${what}${set}`,
      figure: seconds(ours),
      peer: pdftotext === null ? 'pdftotext is not installed' : `pdftotext ${seconds(pdftotext)}`,
      ratio,
      target: `≤ ${limit} ×`,
      holds: ratio === null ? null : ratio <= limit,
    };
  };
  const besides = (ours: number, peer: string, theirs: number): Line => ({
    what: `The same${set}`,
    figure: seconds(ours),
    peer: `${peer} ${seconds(theirs)}`,
    ratio: ours / theirs,
    target: '',
    holds: null,
  });
  return [
    against('First complete tree, cold', firstTree, LIMITS.firstTree),
    besides(firstTree, 'pdf-parse, first page of each', pdfParseFirstPages),
    {
      what: `Its values that agree with the full reading${set}`,
      figure: `${agreed} of ${total}`,
      peer: '',
      ratio: null,
      target: '≥ 99 %',
      holds: agreed >= LIMITS.agreement * total,
    },
    against('Full reading, cold', fullReading, LIMITS.fullReading),
    besides(fullReading, 'pdf-parse', pdfParse),
  ];
}

/** What libraries of several sizes cost that were read before. */
export function scaleLines(scales: readonly Scale[]): Line[] {
  const [small, medium, large] = scales;
  if (small === undefined || medium === undefined || large === undefined) return [];
  const ratio = large.changedFile / small.changedFile;
  return [
    alone(
      `Warm start, ${medium.count} reports with verdicts (${medium.filesRead} files read, ${megabytes(medium.heap)} of heap)`,
      milliseconds(medium.start),
      milliseconds(LIMITS.start),
      medium.start <= LIMITS.start && medium.filesRead === 0,
    ),
    {
      what: `One changed file among ${large.count} reports`,
      figure: milliseconds(large.changedFile),
      peer: `among ${small.count}: ${milliseconds(small.changedFile)}`,
      ratio,
      target: 'within noise',
      holds: ratio <= NOISE,
    },
  ];
}

/** @param peaks of each round, in MB */
export function memoryLine(peaks: readonly number[], pages: number): Line {
  const peak = median(peaks);
  return alone(
    `Peak memory of a full reading, a report of ${pages} pages among the others`,
    `${megabytes(peak)} (${Math.min(...peaks).toFixed(0)} to ${Math.max(...peaks).toFixed(0)})`,
    megabytes(LIMITS.memory),
    peak <= LIMITS.memory,
  );
}

/** What the editor feels of a cold index. */
export const hostLines = ({ stall, activate, firstTree, index }: HostFigures): Line[] => [
  alone(
    `Longest stall of the extension host during a cold index (first tree after ${seconds(firstTree.clock / 1000)}, all read after ${seconds(index.clock / 1000)})`,
    work(stall),
    milliseconds(LIMITS.stall),
    stall.processor <= LIMITS.stall,
  ),
  alone('activate()', work(activate), milliseconds(LIMITS.activate), activate.processor <= LIMITS.activate),
];
