import type { PartKind } from '../view/sections.ts';

export interface SystemWording {
  /** Parts in which it is looked for, the most reliable first. */
  readonly parts: readonly PartKind[];
  /** Ends right before the system's name. */
  readonly before: RegExp;
  readonly source: string;
}

/** Whose system it is: "its", "the", "Acme, Inc.'s", `Acme, Inc.'s ("Acme")`. */
const OWNER = String.raw`(?:its|their|our|the|[A-Z0-9][^".;\n]{1,90}?(?:'s|s')(?:\s+\([^)]{1,80}\))?)`;

/** Where reports name the system that they are about, the most telling first. */
export const SYSTEM_WORDINGS: readonly SystemWording[] = [
  {
    parts: ['auditors-report', 'cover', 'assertion'],
    before: new RegExp(String.raw`\b[Dd]escription\s+of\s+(?:the\s+boundaries\s+of\s+)?${OWNER}\s+`, 'g'),
    source: 'AICPA guides: "description of its Payroll System"',
  },
  {
    parts: ['auditors-report', 'assertion'],
    before: new RegExp(
      String.raw`\b[Dd]escription\b[^.\n"]{1,140}?\)?\s+of\s+(?:the\s+boundaries\s+of\s+)?${OWNER}\s+`,
      'g',
    ),
    source: 'ISAE 3402: "the description by Acme AG (Acme) of the Payroll System"',
  },
  {
    parts: ['auditors-report', 'assertion'],
    before: new RegExp(String.raw`\b[Cc]ontrols\s+(?:over|within)\s+${OWNER}\s+`, 'g'),
    source: 'SOC 3: "controls within X\'s Payroll System were effective"',
  },
  {
    parts: ['cover', 'auditors-report'],
    before: new RegExp(String.raw`\b[Rr]eport\s+(?:on|over)\s+${OWNER}\s+`, 'g'),
    source: 'covers: "Report on the X System"',
  },
  {
    parts: ['cover', 'auditors-report', 'assertion', 'description'],
    before: new RegExp(
      String.raw`\b(?:DESCRIPTION|Description)\s+(?:OF|[Oo]f)\s+(?:ITS|[Ii]ts|THE|[Tt]he)\s+`,
      'g',
    ),
    source: 'titles, which may be in capitals',
  },
  { parts: ['assertion'], before: /\b[Ii]dentifying\s+the\s+/g, source: 'SOC 3 assertions' },
];

/** Words that name no system in particular. */
export const NO_SYSTEM =
  /^(?:descriptions?|services?|controls?|tests?|criteria|service organi[sz]ation|control objectives?|trust services|complementary|boundaries|design|suitability|related|risks?|management|user|types?|nature|aspects?|section)\b|^systems?$/i;

/** What makes a name that of a system. */
export const SYSTEM_WORD =
  /\b(?:systems?|platforms?|services?|solutions?|applications?|suite|environments?|software|offerings?|operations|cent(?:er|re)s?|cloud|network|products?|processing|hosting)\b/i;
