import type { Fact } from '../fact.ts';
import { wording } from '../view/wording.ts';
import { factFrom, type DocumentView } from '../view/document-view.ts';

interface StandardWording {
  readonly standard: string;
  readonly wording: RegExp;
}

/** Attestation standards by the ways in which reports cite them. The specific and the older before the general. */
const STANDARDS: readonly StandardWording[] = (
  [
    {
      standard: 'SAS 70',
      wording:
        /\bSAS\s?-?\s?(?:No\.?\s?)?70\b|\bstatement on auditing standards\s*(?:\(SAS\)\s*)?(?:No\.?\s?)?70\b/i,
    },
    {
      standard: 'SSAE 16',
      wording:
        /\bSSAE\s?-?\s?(?:No\.?\s?)?16\b|\bstatements? on standards for attestation engagements\s*(?:\(SSAE\)\s*)?(?:No\.?\s?)?16\b|\bAT section 801\b/i,
    },
    {
      standard: 'SSAE 18',
      wording:
        /\bSSAE\s?-?\s?(?:No\.?\s?)?18\b|\bstatements? on standards for attestation engagements\s*(?:\(SSAE\)\s*)?(?:No\.?\s?)?18\b/i,
    },
    {
      standard: 'SSAE 21',
      wording:
        /\bSSAE\s?-?\s?(?:No\.?\s?)?21\b|\bstatements? on standards for attestation engagements\s*(?:\(SSAE\)\s*)?(?:No\.?\s?)?21\b/i,
    },
    {
      standard: 'ISAE 3402',
      wording:
        /\bISAE\s?-?\s?(?:No\.?\s?)?3402\b|\bassurance engagements\s*(?:\(ISAE\)\s*)?(?:No\.?\s?)?3402\b/i,
    },
    {
      standard: 'CSAE 3416',
      wording:
        /\bCSAE\s?-?\s?(?:No\.?\s?)?3416\b|\bassurance engagements\s*(?:\(CSAE\)\s*)?(?:No\.?\s?)?3416\b/i,
    },
    {
      standard: 'ISAE 3000',
      wording:
        /\bISAE\s?-?\s?(?:No\.?\s?)?3000\b|\bassurance engagements\s*(?:\(ISAE\)\s*)?(?:No\.?\s?)?3000\b/i,
    },
    { standard: 'AT-C 320', wording: /\bAT-C\s*(?:section|sec\.?)?\s*320\b/i },
    { standard: 'AT-C 205', wording: /\bAT-C\s*(?:sections?|sec\.?)?\s*(?:105,?\s*(?:and|&)\s*)?205\b/i },
  ] satisfies readonly StandardWording[]
).map((each) => ({ ...each, wording: wording(each.wording) }));

/** Standards that are cited beside each other, of which the specific makes the general superfluous. */
const GENERAL: readonly string[] = ['AT-C 320', 'AT-C 205'];
const OLDER: readonly string[] = ['SSAE 16', 'SSAE 18', 'SSAE 21'];

/**
 * Reads the attestation standards that the cover or the service auditor's letter cites. A report under two, the
 * American and the international, names both: "SSAE 18 and ISAE 3402".
 */
export function readStandard(view: DocumentView): Fact<string> | null {
  const flow = view.flow('cover', 'auditors-report');
  const cited = STANDARDS.flatMap(({ standard, wording: cites }) => {
    const match = cites.exec(flow.text);
    return match === null ? [] : [{ standard, start: match.index, end: match.index + match[0].length }];
  });
  const named = cited.filter(({ standard }) => !GENERAL.includes(standard));
  const [newest] = named.filter(({ standard }) => OLDER.includes(standard)).reverse();
  const specific = named.filter((each) => !OLDER.includes(each.standard) || each === newest);
  const chosen = specific.length > 0 ? specific : cited.slice(0, 1);
  const [first] = chosen;
  if (first === undefined) return null;
  return factFrom(chosen.map(({ standard }) => standard).join(' and '), flow, first);
}
