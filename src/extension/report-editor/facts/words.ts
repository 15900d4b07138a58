import { t } from '@vscode/l10n';
import type { CorrectableField } from '../../../core/register/correction.ts';
import type { EntryList, Opinion, SectionKind, SubserviceMethod } from '../../../core/report/reading.ts';

/** What a value is called. */
export const fieldName = (field: CorrectableField): string =>
  ({
    type: t('Type'),
    standard: t('Standard'),
    vendor: t('Service organization'),
    system: t('System'),
    auditor: t('Service auditor'),
    reportDate: t('Report date'),
    periodStart: t('Period from'),
    periodEnd: t('Period to'),
    asOfDate: t('As of'),
    opinion: t('Opinion'),
    opinionMatter: t('The matter'),
    subserviceMethod: t('Subservice method'),
    categories: t('Trust services categories'),
    subserviceOrganizations: t('Subservice organizations'),
    facilities: t('Facilities examined'),
    bridgeFrom: t('Covers from'),
    bridgeThrough: t('Covers through'),
    bridgedPeriodEnd: t('End of the bridged period'),
  })[field];

/** What one entry of a list is called. */
export const listEntryName = (list: EntryList): string =>
  ({
    testExceptions: t('Exception'),
    untestedControls: t('Control that could not be tested'),
    userControls: t('User control'),
    subserviceOrganizations: t('Subservice organization'),
    facilities: t('Facility examined'),
  })[list];

export const opinionInWords = (opinion: Opinion): string =>
  ({
    unmodified: t('unmodified'),
    qualified: t('qualified'),
    adverse: t('adverse'),
    disclaimer: t('disclaimer of opinion'),
  })[opinion];

export const methodInWords = (method: SubserviceMethod): string =>
  ({ 'carve-out': t('carve-out: not examined'), inclusive: t('inclusive: examined too') })[method];

/** What sections are called that have no heading of their own. */
export const sectionName = (kind: SectionKind): string =>
  ({
    cover: t('Cover'),
    contents: t('Table of contents'),
    'auditors-report': t('Service auditor’s report'),
    assertion: t('Management’s assertion'),
    description: t('Description of the system'),
    tests: t('Tests of controls and results'),
    'other-information': t('Other information'),
  })[kind];
