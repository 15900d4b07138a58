import { t } from '@vscode/l10n';
import type { LibraryDocument } from '../../../core/library/snapshot.ts';
import { isReport } from '../../../core/report/reading.ts';
import type { FactGroup, Facts, FactState } from '../../../webview/facts.ts';
import { retold } from '../../language.ts';
import { documentTitle } from '../../tree/words.ts';
import { atAGlance } from './glance.ts';
import {
  exceptions,
  facilities,
  sections,
  subserviceOrganizations,
  untestedControls,
  userControls,
  warnings,
} from './lists.ts';

/** What is shown while a file of the library is being read. */
export const stillReading = (): Facts => ({ summary: t('The report is being read…'), groups: [] });

/** Everything that was read from a document, ready to be shown beside its pages. */
export function reportFacts(document: LibraryDocument): Facts {
  const { reading } = document;
  if (!isReport(reading) && reading.kind !== 'bridge-letter')
    return {
      summary: reading.reason === null ? documentTitle(reading) : retold(reading.reason),
      groups: [warnings(reading)],
    };
  const glance = atAGlance(document);
  const groups =
    reading.kind === 'bridge-letter'
      ? [glance, warnings(reading)]
      : [
          glance,
          warnings(reading),
          exceptions(reading),
          untestedControls(reading),
          userControls(reading),
          subserviceOrganizations(reading),
          facilities(reading),
          sections(reading),
        ];
  return { summary: confirmedInWords(groups), groups };
}

const DECIDED: ReadonlySet<FactState> = new Set(['confirmed', 'corrected', 'added']);

/** How many of the values that can be confirmed have been. Those that aren't never count as reviewed. */
function confirmedInWords(groups: readonly FactGroup[]): string {
  const items = groups.flatMap(({ items }) => items);
  const decided = items.filter(
    ({ state, actions }) => DECIDED.has(state) || actions.includes('take-back'),
  ).length;
  const open = items.filter(({ actions }) => actions.includes('confirm')).length;
  return t('{0} of {1} confirmed', decided, decided + open);
}
