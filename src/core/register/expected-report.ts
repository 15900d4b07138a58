import type { DocumentReading, ReportType } from '../report/reading.ts';

export type ReportKind = 'soc1' | 'soc2' | 'soc3';

/** A report that we expect from a vendor. */
export interface ExpectedReport {
  readonly kind: ReportKind;
  /** Null when any type will do. */
  readonly type: ReportType | null;
}

/** The attestation standards whose reports are SOC 1 reports, under whatever name. */
const SOC1_STANDARDS = /\b(?:SSAE|ISAE|CSAE|SAS)[\s-]*(?:No\.?\s*)?(?:16|18|21|70|3402|3416)\b/i;
const SOC_NUMBER = /\bSOC[\s-]*([123])(?!\d)/i;
const TYPE = /\btype[\s-]*(II|I|2|1)\b/i;

/** Reads "SOC 2 Type 2", "SOC2 Type II", "SSAE 16", "ISAE 3402 Type 2"; undefined when it names no report. */
export function parseExpectedReport(text: string): ExpectedReport | undefined {
  const type = TYPE.exec(text)?.[1]?.toUpperCase();
  const number = SOC_NUMBER.exec(text)?.[1] ?? (SOC1_STANDARDS.test(text) ? '1' : undefined);
  if (number === undefined) return undefined;
  const kind: ReportKind = number === '1' ? 'soc1' : number === '2' ? 'soc2' : 'soc3';
  return { kind, type: type === undefined ? null : type === 'II' || type === '2' ? 2 : 1 };
}

/** "SOC 2 Type 2", "SOC 3". */
export const reportInWords = (kind: ReportKind, type: ReportType | null): string =>
  `SOC ${kind.slice(3)}${type === null ? '' : ` Type ${type}`}`;

/** What a reading calls itself: "SOC 2 Type 2", "SOC 1", "bridge letter". */
export function kindInWords(reading: Pick<DocumentReading, 'kind' | 'type'>): string {
  switch (reading.kind) {
    case 'soc1':
    case 'soc2':
    case 'soc3':
      return reportInWords(reading.kind, reading.type?.value ?? null);
    case 'bridge-letter':
      return 'bridge letter';
    case 'not-soc':
      return 'not a SOC report';
    case 'unreadable':
      return 'unreadable file';
  }
}
