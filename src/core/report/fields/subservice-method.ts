import type { Fact } from '../fact.ts';
import type { SubserviceMethod } from '../reading.ts';
import { wording } from '../view/wording.ts';
import { factFrom, type DocumentView } from '../view/document-view.ts';

const SUBSERVICE = String.raw`\b(?:sub-?\s?service|third[- ]party service)\s+(?:organi[sz]ations?|providers?)`;

/** How reports say whether subservice organizations' controls are in or out. */
const WORDINGS: readonly { readonly method: SubserviceMethod; readonly wording: RegExp }[] = (
  [
    { method: 'carve-out', wording: /\bcarve[-\s]?(?:d[-\s])?out\b(?:\s+method)?/i },
    { method: 'inclusive', wording: /\binclusive\s+(?:method|basis|approach)\b/i },
    {
      method: 'carve-out',
      wording: new RegExp(
        String.raw`\b(?:excludes?|does not include|do not include|did not include|did not extend to|does not extend to|excluding)\s+(?:the\s+|any\s+)?(?:actual\s+)?(?:control objectives and related |related )?(?:controls?|services?|activities|procedures)[^.\n]{0,60}?${SUBSERVICE}`,
        'i',
      ),
    },
    {
      method: 'carve-out',
      wording: new RegExp(
        String.raw`\b(?:includes? only|only includes?)\b[^.\n]{0,160}\bexcludes?\b[^.\n]{0,120}${SUBSERVICE}`,
        'i',
      ),
    },
    {
      method: 'carve-out',
      wording: new RegExp(
        String.raw`\bexamination did not (?:extend|include)\b[^.\n]{0,120}${SUBSERVICE}`,
        'i',
      ),
    },
    {
      method: 'carve-out',
      wording:
        /\bcontrols (?:at|of|performed by) (?:these|those|such|the|this|that) (?:sub-?service )?(?:organi[sz]ations?|providers?|vendors?) (?:are|is|were|was) (?:not (?:included|part|within|covered)|excluded|outside)\b/i,
    },
    {
      method: 'inclusive',
      wording: new RegExp(
        String.raw`\bincludes?\s+(?:the\s+)?(?:relevant\s+)?controls?\s+(?:of|at)\s+(?:the\s+)?${SUBSERVICE}`,
        'i',
      ),
    },
  ] as const
).map((each) => ({ ...each, wording: wording(each.wording) }));

/** "Our examination did not extend to controls of Acme Hosting": `names` are those of the organizations. */
function leftOutByName(names: readonly string[]): RegExp | undefined {
  if (names.length === 0) return undefined;
  const any = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return new RegExp(String.raw`\bexamination did not (?:extend|include)\b[^.\n]{0,120}(?:${any})`, 'i');
}

/**
 * Reads the method by which subservice organizations are treated; the letter's word before the others'. `names` are
 * the organizations that the report names as such.
 */
export function readSubserviceMethod(
  view: DocumentView,
  names: readonly string[],
): Fact<SubserviceMethod> | null {
  const byName = leftOutByName(names);
  const wordings =
    byName === undefined ? WORDINGS : [...WORDINGS, { method: 'carve-out' as const, wording: byName }];
  for (const part of ['auditors-report', 'assertion', 'description'] as const) {
    const flow = view.flow(part);
    for (const { method, wording: says } of wordings) {
      const match = says.exec(flow.text);
      if (match !== null)
        return factFrom(method, flow, { start: match.index, end: match.index + match[0].length });
    }
  }
  return null;
}
