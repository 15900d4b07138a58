import * as vscode from 'vscode';
import type { Disposable } from '../disposables.ts';
import type { Libraries } from '../library/libraries.ts';
import type { StatusBoard } from '../library/status-board.ts';
import { asRange } from '../problems/as-range.ts';
import type { FolderRef, FolderStatus } from '../tree/node.ts';
import { literalMarkdown } from '../views/literal-markdown.ts';
import { forOurFiles } from './our-files.ts';
import { ownDocumentCommand, ON_OWN_DOCUMENT } from './own-document-commands.ts';
import { RegisterEntries, type RegisterEntry } from './register-entries.ts';
import { ownDocumentCard, vendorCard, type StandingCard } from './standing-card.ts';
import { stepsForVendor } from './steps.ts';
import { ON_VENDOR, vendorCommand } from './subject-commands.ts';

/** Points at a name in the register: where it stands, why, since when, and the way on. */
export function hovers(libraries: Libraries, board: StatusBoard): Disposable {
  const entries = new RegisterEntries();
  return forOurFiles(libraries, (selector, file, folder) =>
    file === 'review'
      ? vscode.Disposable.from()
      : vscode.languages.registerHoverProvider(selector, {
          provideHover: (document, position) => {
            libraries.start();
            const status = board.today.find((one) => one.folder.uri === folder.uri);
            const entry =
              status &&
              entries.of(document.getText(), status).find(({ place }) => asRange(place).contains(position));
            return status && entry && hoverOf(entry, status, folder);
          },
        }),
  );
}

function hoverOf(entry: RegisterEntry, { snapshot, asOf }: FolderStatus, folder: FolderRef) {
  if (entry.is === 'own-document') {
    const { document, standing } = entry;
    const steps = [
      ...(document.path === null ? [] : (['openOwnDocument'] as const)),
      'recordDocumentReview' as const,
    ];
    const links = steps.map((step) => ownDocumentCommand(step, folder, document.name));
    return new vscode.Hover(markdown(ownDocumentCard(document.name, standing), links), asRange(entry.place));
  }
  const card = vendorCard(entry.vendor, snapshot.register.policy, asOf);
  if (card === undefined) return undefined;
  const { id } = entry.vendor.dossier;
  const links = stepsForVendor(entry.vendor).map((step) => vendorCommand(step, folder, id));
  return new vscode.Hover(markdown(card, links), asRange(entry.place));
}

/** Names and reasons hold text of reports: they stay text. Only our own two commands can be clicked. */
function markdown({ heading, reasons, dates }: StandingCard, links: readonly vscode.Command[]) {
  const parts = [
    `**${literalMarkdown(heading)}**`,
    reasons
      .map(({ text, detail }) => `- **${literalMarkdown(text)}** – ${literalMarkdown(detail)}`)
      .join('\n'),
    dates.map(literalMarkdown).join('  \n'),
    links.map(link).join(' · '),
  ];
  const shown = new vscode.MarkdownString(parts.filter((part) => part !== '').join('\n\n'));
  shown.isTrusted = { enabledCommands: [ON_VENDOR, ON_OWN_DOCUMENT] };
  return shown;
}

const link = ({ title, command, arguments: values }: vscode.Command): string =>
  `[${literalMarkdown(title)}](command:${command}?${encodeURIComponent(JSON.stringify(values ?? []))})`;
