/** Legal forms and professions of accounting firms, which hardly anybody else has. */
export const FIRM_ENDING =
  /(?<![\p{L}])(?:LLP|L\.L\.P\.?|PLLC|P\.L\.L\.C\.?|P\.?C\.?|P\.A\.?|C\.?P\.?A\.?s?'?|(?:Certified Public|Chartered|Chartered Professional|Registered Public) Accountants?|Wirtschaftspr(?:ü|ue)fungsgesellschaft(?: mbH)?|Accountants N\.V\.|Réviseurs d'Entreprises)$/u;

/** A profession that stands under, or after, a firm's name. */
export const PROFESSION =
  /^[\s,|–-]*(?:(?:independent|licensed)\s+)?(?:certified public|chartered|chartered professional|registered public) accountants?(?:\s*(?:and|&)\s+(?:business )?(?:consultants|advisors))?\W*$/i;

/**
 * Firms that sign under a brand or without such a form: the international networks, and firms known for SOC reports
 * from public reports and the AICPA's peer review directory.
 */
export const KNOWN_FIRMS =
  /^(?:Ernst & Young|EY\b|KPMG|PricewaterhouseCoopers|PwC\b|Deloitte\b|BDO\b|RSM\b|Grant Thornton|Crowe\b|(?:Forvis )?Mazars|FORVIS|Moss Adams|Baker Tilly|Schellman|A-LIGN|Coalfire|Prescient Assurance|Insight Assurance|Johanson|Sensiba|Linford|Armanino|KirkpatrickPrice|CyberGuard|BARR Advisory|Marcum|Plante|CliftonLarsonAllen|Wipfli|Frazier & Deeter|Auditwerx|360 Advanced|Dansa D'Arata|AssurancePoint|Weaver and Tidwell|Withum|EisnerAmper|Citrin|CohnReznick|Cherry Bekaert|Holtzman|Eide Bailly|Warren Averett|Aprio|Dixon Hughes|Mayer Hoffman|(?:\p{Lu}\p{L}+ )*Office of (?:the )?Inspector General)/u;

/** What fills a line of a letter and is no firm. */
export const NO_FIRM =
  /^(?:certified public|chartered|licensed|registered public|independent|section|trust services|type\b|soc\b|service auditor|to the|scope|opinion|restricted|american institute|international|confidential|proprietary|statement|inherent|other matter|emphasis|basis|description|report|attestation|aicpa|copyright)/i;

/** Where a title names the firm. */
export const PROVIDED_BY =
  /\b(?:independent service auditor'?s?'? (?:assurance )?report|report of independent (?:service )?(?:auditors?|accountants?)|service auditor'?s?'? report|opinion|report)\s*(?:was\s+)?(?:provided|issued|prepared|presented)\s+by\s*:?\s*|\b(?:prepared|issued|examined|audited|examination performed|attestation|audit) by\s*:?\s+|\bservice auditor\s*:\s*/gi;

/** Where the section of tests names the firm that performed them; what is left when the letter is a picture. */
export const TESTED_BY =
  /\b(?:tests?|testing|procedures|examination)\s+(?:of\s+\S+\s+)?(?:were\s+|was\s+)?(?:performed|conducted|applied)\s+by\s+/gi;

/** Words in the names of firms that sign without a legal form. */
export const FIRM_WORD =
  /\b(?:Assurance|Auditors|Accountants|CPAs?|Associates|Advisory|Advisors|Attestation|Compliance)\b| & /;
/** Lines of a signature that name an office or a person, not a house. */
export const OFFICE =
  /\b(?:partner|director|principal|manager|president|officer|lead|chief|head|auditor in charge|engagement)\b/i;
/** Standards and those who set them have the words of the trade in their names, too. */
export const STANDARD_SETTER =
  /\d|\b(?:Engagements?|Standards?|Reports?|Criteria|Board|Institute|Federation|Controls)\b/;

/** Public auditors: "Office of the State Auditor General", "Bureau of Audit and Evaluation". */
export const PUBLIC_AUDITOR =
  /^(?:Office|Bureau|Department|Division|Court|Chamber)\s+of\b.*\b(?:Audits?|Auditors?|Inspector General|Comptroller|Evaluation)\b|\b(?:Audit Office|Accountability Office|State Auditor|Auditor General)$/u;

/** What follows a public auditor's name where it says whose it is: "Office of Inspector General, Department of Energy". */
export const OF_GOVERNMENT =
  /^,\s+(?=(?:[A-Z]\S*\s+){0,3}(?:Department|Ministry|Agency|Commonwealth|State)\s+of\s)/;
