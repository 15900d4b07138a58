import type { Element } from 'hast';
import { h, s } from 'hastscript';
import {
  addDays,
  addMonths,
  calendarDate,
  dateInWords,
  daysBetween,
  type CalendarDate,
} from '../calendar/calendar-date.ts';
import type { Period } from '../calendar/period.ts';
import type { LineCoverage } from '../standing/coverage-clock.ts';
import { reportInWords as kindOfReport } from '../register/expected-report.ts';
import { oneLine } from './markdown.ts';
import type { PortfolioEntry, PortfolioSummary } from './portfolio-summary.ts';

/* Two charts as SVG, drawn in units of pixels of a page that is 1200 wide; the page scales them. */

const WIDTH = 1200;

/** Where a day lies between the left and the right of a chart. */
type Scale = (day: CalendarDate) => number;

const scaleOf = ({ start, end }: Period, left: number, right: number): Scale => {
  const days = daysBetween(start, end) + 1;
  return (day) => {
    const at = left + ((right - left) * daysBetween(start, day)) / days;
    return rounded(Math.min(right, Math.max(left, at)));
  };
};

/** A tenth of a pixel is finer than anybody sees. */
const rounded = (place: number): number => Math.round(place * 10) / 10;

const firstOfMonth = (day: CalendarDate): CalendarDate => calendarDate(`${day.slice(0, 8)}01`);

/** The first days of the months of a period. */
function months({ start, end }: Period): CalendarDate[] {
  const all: CalendarDate[] = [];
  for (let month = firstOfMonth(start); month <= end; month = addMonths(month, 1)) all.push(month);
  return all;
}

/** "Jan 2026" of "1 Jan 2026". */
const monthName = (month: CalendarDate): string => dateInWords(month).split(' ').slice(1).join(' ');

const key = (shape: Element, words: string): Element =>
  h('li', [s('svg', { viewBox: '0 0 22 12', ariaHidden: 'true' }, shape), words]);

const box = (name: string): Element => s('rect', { class: name, x: 1, y: 1, width: 20, height: 10 });

type MonthFigures = Record<'in-time' | 'late' | 'open', number>;

/** How many reviews were done in a month, in time and late; and how many fell due in it that are still open. */
function monthFigures({ entries }: PortfolioSummary, month: CalendarDate): MonthFigures {
  const isIn = (day: CalendarDate | null): boolean => day !== null && firstOfMonth(day) === month;
  const reviews = entries.flatMap(({ periodReviews }) =>
    periodReviews.filter(({ record }) => isIn(record.reviewed)),
  );
  const late = reviews.filter(({ isLate }) => isLate).length;
  const open = entries.filter(({ outcome, standing }) => outcome === 'open' && isIn(standing.review.due));
  return { 'in-time': reviews.length - late, late, open: open.length };
}

const MONTH_LEFT = 10;
const BARS_HEIGHT = 120;
const STACK = ['in-time', 'late', 'open'] as const;

/** The columns of one month, one on the other, with the number above. */
function monthBars(figures: MonthFigures, left: number, width: number, unit: number): Element[] {
  const bars: Element[] = [];
  let top = BARS_HEIGHT + 20;
  for (const name of STACK) {
    const height = figures[name] * unit;
    top -= height;
    if (height > 0) bars.push(s('rect', { class: name, x: left, y: top, width, height }));
  }
  const total = figures['in-time'] + figures.late + figures.open;
  const middle = rounded(left + width / 2);
  return total === 0
    ? bars
    : [...bars, s('text', { x: middle, y: top - 5, textAnchor: 'middle' }, String(total))];
}

/** When the period's reviews were done, month by month, and when those fell due that are still open. */
export function reviewsChart(summary: PortfolioSummary): Element {
  const all = months(summary.period);
  const figures = all.map((month) => monthFigures(summary, month));
  const most = Math.max(1, ...figures.map((one) => one['in-time'] + one.late + one.open));
  const step = rounded((WIDTH - 2 * MONTH_LEFT) / all.length);
  const unit = rounded(BARS_HEIGHT / most);
  const base = BARS_HEIGHT + 20;
  const described = all.map((month, index) => {
    const { late, open, 'in-time': inTime } = figures[index] ?? { late: 0, open: 0, 'in-time': 0 };
    return `${monthName(month)}: ${inTime} in time, ${late} late, ${open} open`;
  });
  return h('figure', [
    h('ul.legend', [
      key(box('in-time'), 'reviewed in time'),
      key(box('late'), 'reviewed late'),
      key(box('open'), 'fell due and is open'),
    ]),
    s('svg', { viewBox: `0 0 ${WIDTH} ${base + 26}`, role: 'img', ariaLabel: described.join('; ') }, [
      s('line', { class: 'grid', x1: MONTH_LEFT, x2: WIDTH - MONTH_LEFT, y1: base, y2: base }),
      ...all.flatMap((month, index) => {
        const left = rounded(MONTH_LEFT + index * step);
        const [name = ''] = monthName(month).split(' ');
        const label = index === 0 || month.slice(5, 7) === '01' ? monthName(month) : name;
        return [
          ...monthBars(
            figures[index] ?? { late: 0, open: 0, 'in-time': 0 },
            rounded(left + step * 0.2),
            rounded(step * 0.6),
            unit,
          ),
          s(
            'text',
            { class: 'quiet', x: rounded(left + step / 2), y: base + 18, textAnchor: 'middle' },
            label,
          ),
        ];
      }),
    ]),
  ]);
}

const ROW = 26;
const TOP = 24;
const NAMES = 330;
const BAR = 12;
const MAX_NAME = 44;
/** The room that "Oct 2026" takes. */
const MONTH_NAME = 60;

interface CoverageRow {
  readonly name: string;
  readonly entry: PortfolioEntry;
  readonly line: LineCoverage;
}

const shortened = (name: string): string =>
  name.length > MAX_NAME ? `${name.slice(0, MAX_NAME - 1).trimEnd()}…` : name;

const rowsOf = ({ entries }: PortfolioSummary): CoverageRow[] =>
  entries.flatMap((entry) =>
    entry.coverage
      .filter(({ tested }) => tested.length > 0)
      .map((line) => ({
        name: `${oneLine(entry.dossier.name)}, ${kindOfReport(line.line.kind, null)}`,
        entry,
        line,
      })),
  );

/** A year more than the period, so that it can be seen what came before; up to the day that is shown. */
const timeShown = ({ period, asOf }: PortfolioSummary): Period => ({
  start: firstOfMonth(addMonths(period.start, -12)),
  end: addDays(period.end > asOf ? period.end : asOf, 15),
});

function bar(name: string, period: Period, scale: Scale, y: number): Element[] {
  const x = scale(period.start);
  const width = rounded(scale(addDays(period.end, 1)) - x);
  if (width <= 0) return [];
  const words = `${name}: ${dateInWords(period.start)} to ${dateInWords(period.end)}`;
  return [s('rect', { class: name, x, y, width, height: BAR, rx: 2 }, s('title', words))];
}

function lineOf({ name, entry, line }: CoverageRow, scale: Scale, time: Period, index: number): Element {
  const y = TOP + index * ROW + 7;
  const reviews = entry.periodReviews.filter(
    ({ document }) => document === null || line.line.reports.some((report) => report.document === document),
  );
  const isShown = ({ end }: Period): boolean => end >= time.start;
  return s('g', [
    s('text', { x: 0, y: y + BAR - 2 }, [shortened(name), s('title', name)]),
    ...line.bridges
      .map(({ covers }) => covers)
      .filter(isShown)
      .flatMap((one) => bar('bridged', one, scale, y)),
    ...line.tested.filter(isShown).flatMap((one) => bar('tested', one, scale, y)),
    ...line.holes
      .map(({ from, to }) => ({ start: from, end: to }))
      .filter(isShown)
      .flatMap((one) => bar('hole', one, scale, y)),
    ...reviews.map(({ record: { reviewed } }) => {
      const x = scale(reviewed);
      const points = `${x},${y - 3} ${x + 6},${y + BAR / 2} ${x},${y + BAR + 3} ${x - 6},${y + BAR / 2}`;
      return s('polygon', { class: 'review', points }, s('title', `reviewed ${dateInWords(reviewed)}`));
    }),
  ]);
}

/** Each vendor's line of time: what its reports tested, what letters bridge, where nobody speaks, and our reviews. */
export function coverageChart(summary: PortfolioSummary): Element[] {
  const rows = rowsOf(summary);
  if (rows.length === 0) return [];
  const { period, asOf } = summary;
  const time = timeShown(summary);
  const scale = scaleOf(time, NAMES, WIDTH);
  const bottom = TOP + rows.length * ROW;
  const periodLeft = scale(period.start);
  const quarters = months(time).filter((month) => ['01', '04', '07', '10'].includes(month.slice(5, 7)));
  return [
    h('figure', [
      h('ul.legend', [
        key(box('tested'), 'tested by the service auditor'),
        key(box('bridged'), 'bridged by management’s letter'),
        key(box('hole'), 'not covered'),
        key(s('polygon', { class: 'review', points: '11,0 17,6 11,12 5,6' }), 'our review'),
        key(s('line', { class: 'day', x1: 1, x2: 21, y1: 6, y2: 6 }), dateInWords(asOf)),
      ]),
      s(
        'svg',
        {
          viewBox: `0 0 ${WIDTH} ${bottom + 8}`,
          role: 'img',
          ariaLabel: 'Time covered by reports, by vendor',
        },
        [
          s('rect', {
            class: 'period',
            x: periodLeft,
            y: TOP,
            width: rounded(scale(addDays(period.end, 1)) - periodLeft),
            height: bottom - TOP,
          }),
          ...quarters.flatMap((month) => [
            s('line', { class: 'grid', x1: scale(month), x2: scale(month), y1: TOP, y2: bottom }),
            ...(scale(month) > WIDTH - MONTH_NAME
              ? []
              : [s('text', { class: 'quiet', x: scale(month) + 3, y: 14 }, monthName(month))]),
          ]),
          ...rows.map((row, index) => lineOf(row, scale, time, index)),
          s('line', { class: 'day', x1: scale(asOf), x2: scale(asOf), y1: TOP, y2: bottom }),
        ],
      ),
    ]),
  ];
}
