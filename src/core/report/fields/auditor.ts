import type { Fact } from '../fact.ts';
import { hasLegalForm, isLegalForm } from '../names/legal-forms.ts';
import { readName } from '../names/read-name.ts';
import { isSameName } from '../names/same-name.ts';
import { factFrom, type DocumentView } from '../view/document-view.ts';
import type { FlowText, Span } from '../view/flow-text.ts';

/** Legal forms of accounting firms in the United States, which hardly anybody else has. */
const FIRM_ENDING =
  /\b(?:LLP|L\.L\.P\.|PLLC|P\.?L\.?L\.?C\.|P\.C\.|PC|P\.A\.|PA|C\.?P\.?A\.?s?'?|Certified Public Accountants?|Chartered (?:Professional )?Accountants|Wirtschaftspr(?:ü|ue)fungsgesellschaft)\b/;
/** Firms that sign without such an ending, or under a brand. Big Four and firms known for SOC reports. */
const KNOWN_FIRMS =
  /\b(?:Ernst & Young|EY|KPMG|PricewaterhouseCoopers|PwC|Deloitte(?: & Touche)?|BDO|RSM|Grant Thornton|Crowe|Mazars|Moss Adams|Baker Tilly|Schellman|A-LIGN|Coalfire|Prescient|Insight Assurance|Johanson|Sensiba|Linford|Armanino|KirkpatrickPrice|CyberGuard|BARR|Marcum|Plante|CliftonLarsonAllen|Wipfli|Frazier|Auditwerx|360 Advanced|Dansa|AssurancePoint|Weaver|Withum|EisnerAmper|Citrin|CohnReznick|Cherry Bekaert|Holtzman|Geels|Accorp|Sikich|UHY|Eide Bailly|Warren Averett|Aprio|Forvis|Dixon Hughes|Mayer Hoffman|Office of Inspector General)\b/;
const PROVIDED_BY =
  /\b(?:independent service auditor'?s?'? report|report of independent (?:service )?(?:auditors?|accountants?))\s*(?:provided|issued|prepared)?\s*by\s*:?\s*|\b(?:prepared|issued|examined|audited)\s+by\s*:?\s+/gi;

interface Found {
  readonly name: string;
  readonly flow: FlowText;
  readonly span: Span;
  readonly weight: number;
}

/** Reads the firm that signed: in the letter's head and signature, on the cover, in the footer. */
export function readAuditor(view: DocumentView): Fact<string> | null {
  const letter = view.flow('auditors-report');
  const cover = view.flow('cover');
  const opinion = letter.text.search(/\bin our opinion\b|\bdo not express an opinion\b/i);
  const found = [
    ...firmLines(letter, 0, Math.min(1500, letter.text.length)).map((firm) => ({ ...firm, weight: 3 })),
    ...firmLines(letter, Math.max(0, opinion), letter.text.length).map((firm) => ({ ...firm, weight: 4 })),
    ...firmLines(cover, 0, cover.text.length).map((firm) => ({ ...firm, weight: 2 })),
    ...firmLines(view.runningText, 0, view.runningText.text.length)
      .slice(0, 3)
      .map((firm) => ({ ...firm, weight: 1 })),
    ...providedBy(cover),
    ...providedBy(letter),
  ];
  const best = found
    .map((firm) => ({
      firm,
      weight: found
        .filter((other) => isSameName(other.name, firm.name))
        .reduce((sum, other) => sum + other.weight, 0),
    }))
    .sort(
      (a, b) => b.weight - a.weight || Number(hasLegalForm(b.firm.name)) - Number(hasLegalForm(a.firm.name)),
    )[0];
  if (best === undefined) return null;
  return factFrom(best.firm.name, best.firm.flow, best.firm.span, best.weight >= 2 ? 'certain' : 'likely');
}

/** Lines, or the beginnings of lines, that are a firm's name. */
function firmLines(flow: FlowText, from: number, to: number): Omit<Found, 'weight'>[] {
  const text = flow.text.slice(from, to);
  return [...text.matchAll(/(?<=^|\n|\. )\S[^\n]{1,120}/g)].flatMap(({ index }) => {
    const start = from + index;
    const read = readName(flow.text, start);
    if (read === undefined || !isFirm(read.name) || read.possessive) return [];
    return [{ name: read.name, flow, span: { start: read.start, end: read.end } }];
  });
}

const isFirm = (name: string): boolean =>
  (FIRM_ENDING.test(name) && (hasLegalForm(name) || /accountants|CPA|gesellschaft/i.test(name))) ||
  KNOWN_FIRMS.test(name);

function providedBy(flow: FlowText): Found[] {
  return [...flow.text.slice(0, 4000).matchAll(PROVIDED_BY)].flatMap((match) => {
    const read = readName(flow.text, match.index + match[0].length);
    if (read === undefined || !(isFirm(read.name) || isLegalForm(read.name.split(' ').at(-1) ?? '')))
      return [];
    return [{ name: read.name, flow, span: { start: match.index, end: read.end }, weight: 3 }];
  });
}
