import type { Fact } from '../fact.ts';
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
const END = String.raw`(?=\s*(?:\(|"|;|\.(?:\s|$)|\n|$|,|\b(?:throughout|for the (?:period|year)|as (?:of|at)|based on|relevant to|to provide|were (?:effective|suitably)|and (?:on )?(?:the|its) suitability|and (?:a )?description|for processing|for the processing|set forth|titled|made available|from [A-Z0-9]|during)\b))`;
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
  /^(?:systems?|description|services?|controls?|tests?|criteria|service organi[sz]ation|control objectives?|trust services|complementary)\b(?:\s+(?:of|and|that|for)\b.*)?$/i;
const HAS_SYSTEM_WORD =
  /\b(?:systems?|platforms?|services?|solutions?|applications?|suite|environments?|software|offerings?|operations|cent(?:er|re)s?|cloud|network|products?|processing|hosting)\b/i;

/** Reads the name of the system that the report covers. */
export function readSystem(view: DocumentView): Fact<string> | null {
  for (const { parts, wording } of SYSTEM_WORDINGS)
    for (const part of parts) {
      const fact = firstSystem(view.flow(part), wording);
      if (fact !== null) return fact;
    }
  return null;
}

function firstSystem(flow: FlowText, wording: RegExp): Fact<string> | null {
  const text = flow.text.slice(0, 30_000);
  for (const match of text.matchAll(new RegExp(wording.source, 'giu'))) {
    const system = match.groups?.['system']?.trim() ?? '';
    if (
      system === '' ||
      GENERIC.test(system) ||
      !HAS_SYSTEM_WORD.test(system) ||
      !/^[\p{Lu}\p{N}]/u.test(system)
    )
      continue;
    const start = match.index + match[0].lastIndexOf(system);
    return factFrom(system, flow, { start: match.index, end: start + system.length }, 'certain', start);
  }
  return null;
}
