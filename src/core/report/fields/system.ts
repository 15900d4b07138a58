import type { Fact } from '../fact.ts';
import { isSameName } from '../names/same-name.ts';
import { factFrom, type DocumentView } from '../view/document-view.ts';
import type { FlowText } from '../view/flow-text.ts';
import type { PartKind } from '../view/sections.ts';

interface SystemWording {
  readonly parts: readonly PartKind[];
  /** `system` is the group that holds the name. */
  readonly wording: RegExp;
  readonly source: string;
}

/** What ends a system's name. */
const END = String.raw`(?=\s*(?:\(|"|;|\.(?:\s|$)|\n|$|,|\b(?:throughout|for the (?:period|year)|as (?:of|at)|based on|relevant to|to provide|were (?:effective|suitably)|and (?:on )?(?:the|its) suitability|and (?:a )?description|for processing|for the processing|set forth|titled|entitled|presented|included|prepared|provided|offered|used|operated|which|that|as described|for user|for its|for the controls|and for|and of the|made available|from [A-Z0-9]|during)\b))`;
const NAME = String.raw`(?<system>[\p{Lu}\p{N}][^"().;\n]{2,160}?)`;
const OWNER = String.raw`(?:its|their|the|[\p{Lu}\p{N}][^"().;\n]{1,80}?(?:'s|s'))`;

/** Where reports name the system that they are about. */
const SYSTEM_WORDINGS: readonly SystemWording[] = [
  {
    parts: ['auditors-report', 'cover'],
    wording: new RegExp(String.raw`\bdescription of (?:the boundaries of )?${OWNER}\s+${NAME}${END}`, 'iu'),
    source: 'AICPA guides: "description of its Payroll System"',
  },
  {
    parts: ['auditors-report', 'assertion'],
    wording: new RegExp(String.raw`\bcontrols (?:over|within) ${OWNER}\s+${NAME}${END}`, 'iu'),
    source: 'SOC 3: "controls within X\'s Payroll System were effective"',
  },
  {
    parts: ['assertion', 'cover'],
    wording: new RegExp(String.raw`\bdescription of (?:the boundaries of )?${OWNER}\s+${NAME}${END}`, 'iu'),
    source: 'assertions',
  },
  {
    parts: ['cover', 'assertion', 'auditors-report'],
    wording: new RegExp(String.raw`\breport (?:on|over) (?:the|its)\s+${NAME}${END}`, 'iu'),
    source: 'SOC 3 covers: "Report on the X System"',
  },
  {
    parts: ['assertion'],
    wording: new RegExp(String.raw`\bidentifying the\s+${NAME}${END}`, 'iu'),
    source: 'SOC 3 assertions',
  },
];
/** Words that name no system in particular. */
const GENERIC =
  /^(?:description|services?|controls?|tests?|criteria|service organi[sz]ation|control objectives?|trust services|complementary)\b(?:\s+(?:of|and|that|for)\b.*)?$/i;
const HAS_SYSTEM_WORD =
  /\b(?:systems?|platforms?|services?|solutions?|applications?|suite|environments?|software|offerings?|operations|cent(?:er|re)s?|cloud|network|products?|processing|hosting)\b/i;

/** Reads the name of the system that the report covers.
 *
 * @param vendorNames the service organization's names, which are no part of the system's
 */
export function readSystem(view: DocumentView, vendorNames: readonly string[]): Fact<string> | null {
  for (const { parts, wording } of SYSTEM_WORDINGS)
    for (const part of parts) {
      const fact = firstSystem(view.flow(part), wording, vendorNames);
      if (fact !== null) return fact;
    }
  return null;
}

function firstSystem(flow: FlowText, wording: RegExp, vendorNames: readonly string[]): Fact<string> | null {
  const text = flow.text.slice(0, 30_000);
  for (const match of text.matchAll(new RegExp(wording.source, 'giu'))) {
    const system = withoutOwner(match.groups?.['system']?.trim() ?? '', vendorNames);
    if (
      system === '' ||
      GENERIC.test(system) ||
      /^systems?(?: (?!\p{Lu})|$)/iu.test(system) ||
      !HAS_SYSTEM_WORD.test(system) ||
      !/^[\p{Lu}\p{N}]/u.test(system)
    )
      continue;
    const start = match.index + match[0].lastIndexOf(system);
    return factFrom(system, flow, { start: match.index, end: start + system.length }, 'certain', start);
  }
  return null;
}

/** "Payroll System of Acme, Inc." is Acme's "Payroll System". */
function withoutOwner(system: string, vendorNames: readonly string[]): string {
  const owned = /^(.+?)\s+(?:of|at|for|provided by)\s+(\p{Lu}.*)$/u.exec(system);
  const owner = owned?.[2];
  return owned?.[1] !== undefined &&
    owner !== undefined &&
    vendorNames.some((name) => isSameName(name, owner))
    ? owned[1]
    : system;
}
