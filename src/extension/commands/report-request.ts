import { t } from '@vscode/l10n';
import { addDays, type CalendarDate } from '../../core/calendar/calendar-date.ts';
import type { VendorDossier } from '../../core/library/snapshot.ts';
import { reportInWords } from '../../core/register/expected-report.ts';
import type { LineState } from '../../core/standing/report-clock.ts';
import { dateInWords } from '../language.ts';
import type { VendorPicture } from '../tree/vendor-picture.ts';

/** A mail that asks a vendor for what is due, to be read and sent by a person. */
export interface ReportRequest {
  /** Empty when the register names no mail address. */
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

/** The mail for a vendor: names the reports that are due or missing, and the time that they have to cover. */
export function reportRequest({ name, registered }: VendorDossier, picture: VendorPicture): ReportRequest {
  const wanted = [...missing(picture), ...due(picture)];
  const contact = registered?.contact ?? '';
  return {
    to: /^[^\s@,?&]+@[^\s@,?&]+$/.test(contact) ? contact : '',
    subject: t('SOC report of {0}', name),
    body: [
      t('Hello,'),
      '',
      t('for our annual review of {0} we need:', name),
      '',
      ...(wanted.length === 0 ? [t('your current SOC report')] : wanted).map((item) => `- ${item}`),
      '',
      t(
        'If a report is not issued yet, please tell us when it will be, and send us a bridge letter for the time until then.',
      ),
      '',
      t('Thank you'),
      '',
    ].join('\n'),
  };
}

const missing = ({ lines }: VendorPicture): string[] =>
  lines.missing.map(({ service, expected }) =>
    t('the {0} report on {1}', reportInWords(expected.kind, expected.type), service),
  );

/** Of the lines that aren't current, else of all: what follows on the newest report. */
function due({ states, lines }: VendorPicture): string[] {
  const counted = states.filter(({ line }) => lines.counted.includes(line));
  const open = counted.filter(({ state }) => state !== 'current');
  const asked = open.length > 0 || lines.missing.length > 0 ? open : counted;
  return asked.map(followUp);
}

function followUp({ line, newest }: LineState): string {
  const type = line.reports.some((report) => report.type === 2) || line.kind === 'soc3' ? null : 2;
  const kind = reportInWords(line.kind, newest?.type ?? type);
  const what = line.system === null ? kind : t('{0} on {1}', kind, line.system);
  const end: CalendarDate | null = newest?.end ?? null;
  return end === null
    ? t('the {0} report for the current period', what)
    : t(
        'the {0} report for the period from {1} on (the last one that we have ends on {2})',
        what,
        dateInWords(addDays(end, 1)),
        dateInWords(end),
      );
}

/**
 * The mail as the parts of a `mailto:` address. The editor encodes such an address as a whole, so that no
 * character may stand in it that separates its parts or starts an escape.
 */
export const mailQuery = ({ subject, body }: ReportRequest): string =>
  `subject=${mailText(subject)}&body=${mailText(body)}`;

const mailText = (text: string): string => text.replaceAll('&', '+').replace(/[#%]/g, ' ');
