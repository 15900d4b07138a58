import { t } from '@vscode/l10n';
import { daysBetween } from '../../../core/calendar/calendar-date.ts';
import type { LibraryDocument } from '../../../core/library/snapshot.ts';
import { kindInWords } from '../../../core/register/expected-report.ts';
import type { Fact } from '../../../core/report/fact.ts';
import { coverageEnd, type DocumentReading } from '../../../core/report/reading.ts';
import type { FactGroup, FactItem } from '../../../webview/facts.ts';
import { dateInWords } from '../../language.ts';
import { documentTitle } from '../../tree/words.ts';
import { factItem, listItem, passageOf, plainItem, stateOf } from './fact-items.ts';
import { fieldName, methodInWords, opinionInWords } from './words.ts';

const asPrinted = (text: string): string => text;

/** What a report is and says, in the order in which a reviewer asks for it. */
export function atAGlance(document: LibraryDocument): FactGroup {
  const { reading } = document;
  return {
    id: 'glance',
    title: t('At a glance'),
    empty: null,
    items: reading.kind === 'bridge-letter' ? letterItems(document) : reportItems(document),
    isEvidence: true,
    startsOpen: true,
  };
}

function reportItems(document: LibraryDocument): readonly FactItem[] {
  const { reading } = document;
  const { reportDate, opinion, opinionMatter } = reading;
  return [
    kindItem(document),
    factItem(document, 'standard', fieldName('standard'), reading.standard, asPrinted),
    ...nameItems(document),
    factItem(document, 'system', fieldName('system'), reading.system, asPrinted),
    ...periodItems(document),
    factItem(document, 'reportDate', fieldName('reportDate'), reportDate, dateInWords, lag(reading)),
    factItem(document, 'auditor', fieldName('auditor'), reading.auditor, asPrinted),
    factItem(document, 'opinion', fieldName('opinion'), opinion, opinionInWords),
    ...(opinionMatter === null
      ? []
      : [
          plainItem({
            id: 'opinionMatter',
            name: fieldName('opinionMatter'),
            value: opinionMatter.value,
            passages: [passageOf(opinionMatter)],
            ...stateOf(opinionMatter),
            isPart: true,
          }),
        ]),
    ...(reading.kind === 'soc1' ? [] : [listItem('categories', fieldName('categories'), reading.categories)]),
    factItem(
      document,
      'subserviceMethod',
      fieldName('subserviceMethod'),
      reading.subserviceMethod,
      methodInWords,
    ),
  ];
}

/** Kind and type in one; what is confirmed is the type, which the kind goes with. */
function kindItem(document: LibraryDocument): FactItem {
  const { reading } = document;
  const item = factItem(document, 'type', t('Report'), reading.type, () => kindInWords(reading));
  // A SOC 3 prints no type.
  if (reading.kind === 'soc3')
    return plainItem({ id: 'type', name: t('Report'), value: kindInWords(reading) });
  return reading.type === null
    ? { ...item, value: t('{0}, type {1}', kindInWords(reading), item.value) }
    : item;
}

const nameItems = (document: LibraryDocument): readonly FactItem[] => {
  const { vendor, vendorAliases } = document.reading;
  return [
    factItem(document, 'vendor', fieldName('vendor'), vendor, asPrinted),
    ...(vendorAliases.length === 0
      ? []
      : [
          plainItem({
            id: 'vendorAliases',
            name: t('Also printed as'),
            value: vendorAliases.map(({ value }) => value).join(', '),
            passages: vendorAliases.map(passageOf),
            isPart: true,
          }),
        ]),
  ];
};

function periodItems(document: LibraryDocument): readonly FactItem[] {
  const { periodStart, periodEnd, asOfDate } = document.reading;
  if (asOfDate !== null && periodEnd === null)
    return [factItem(document, 'asOfDate', fieldName('asOfDate'), asOfDate, dateInWords)];
  return [
    factItem(document, 'periodStart', fieldName('periodStart'), periodStart, dateInWords),
    factItem(document, 'periodEnd', fieldName('periodEnd'), periodEnd, dateInWords),
  ];
}

/** How long after its period, or its one day, a report was signed. */
function lag(reading: DocumentReading): readonly string[] {
  const end = coverageEnd(reading);
  if (reading.reportDate === null || end === null) return [];
  const days = daysBetween(end, reading.reportDate.value);
  if (days < 0) return [];
  return reading.periodEnd === null
    ? [t('{0} days after the day it speaks about', days)]
    : [t('{0} days after the end of the period', days)];
}

function letterItems(document: LibraryDocument): readonly FactItem[] {
  const { reading } = document;
  const { bridge } = reading;
  const dated = (
    id: 'bridgeFrom' | 'bridgeThrough' | 'bridgedPeriodEnd',
    fact = dateOf(reading, id),
  ): FactItem =>
    fact === null
      ? plainItem({
          id,
          name: fieldName(id),
          value: t('not printed'),
          state: 'absent',
          actions: ['correct'],
        })
      : {
          ...plainItem({
            id,
            name: fieldName(id),
            value: dateInWords(fact.value),
            passages: [passageOf(fact)],
          }),
          ...stateOf(fact),
        };
  return [
    plainItem({ id: 'kind', name: t('Document'), value: documentTitle(reading) }),
    ...nameItems(document),
    factItem(document, 'reportDate', t('Date of the letter'), reading.reportDate, dateInWords),
    dated('bridgedPeriodEnd'),
    dated('bridgeFrom'),
    dated('bridgeThrough'),
    ...printedItem('changes', t('Changes declared'), bridge?.changes),
    ...printedItem('signer', t('Signed by'), bridge?.signer),
  ];
}

/** What a letter may print, and needs no decision. */
const printedItem = (id: string, name: string, fact: Fact<string> | null | undefined): readonly FactItem[] =>
  fact ? [plainItem({ id, name, value: fact.value, passages: [passageOf(fact)] })] : [];

const dateOf = ({ bridge }: DocumentReading, field: 'bridgeFrom' | 'bridgeThrough' | 'bridgedPeriodEnd') =>
  ({
    bridgeFrom: bridge?.from,
    bridgeThrough: bridge?.through,
    bridgedPeriodEnd: bridge?.reportPeriodEnd,
  })[field] ?? null;
