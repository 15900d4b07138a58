import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { plainText } from '../../core/library/plain-text.ts';
import type { Row, Tone, Tooltip, TreeNode } from '../tree/node.ts';
import { literalMarkdown } from './literal-markdown.ts';
import { tooltipOf } from '../tree/tooltip.ts';

const COLOURS: Readonly<Record<Tone, string | null>> = {
  error: 'problemsErrorIcon.foreground',
  warning: 'problemsWarningIcon.foreground',
  info: 'problemsInfoIcon.foreground',
  good: 'testing.iconPassed',
  muted: 'disabledForeground',
  plain: null,
};

const BRANCHES: Readonly<Record<Row['branch'], vscode.TreeItemCollapsibleState>> = {
  expanded: vscode.TreeItemCollapsibleState.Expanded,
  collapsed: vscode.TreeItemCollapsibleState.Collapsed,
  leaf: vscode.TreeItemCollapsibleState.None,
};

/** The row as the editor shows it; the tooltip is added when somebody points at it. */
export function treeItem({ id, row }: TreeNode, command: vscode.Command | undefined): vscode.TreeItem {
  const item = new vscode.TreeItem(plainText(row.label), BRANCHES[row.branch]);
  const colour = COLOURS[row.tone];
  item.id = id;
  item.description = plainText(row.description);
  if (row.icon !== null) {
    item.iconPath = new vscode.ThemeIcon(
      row.icon,
      colour === null ? undefined : new vscode.ThemeColor(colour),
    );
  }
  item.contextValue = row.capabilities.join(' ');
  item.accessibilityInformation = { label: plainText(row.spoken) };
  if (command !== undefined) item.command = command;
  return item;
}

/** The row's tooltip. Text of reports stays text: never trusted, never markup. */
export function tooltipMarkdown(node: TreeNode): vscode.MarkdownString | undefined {
  const tooltip = tooltipOf(node);
  return tooltip && markdown(tooltip);
}

function markdown({ heading, points, facts }: Tooltip): vscode.MarkdownString {
  const lines = [`**${literalMarkdown(heading)}**\n`];
  for (const point of points) lines.push(`- ${literalMarkdown(point)}`);
  if (points.length > 0 && facts.length > 0) lines.push('\n---\n');
  for (const { label, value } of facts) {
    // Two spaces at the end of a line keep the next one from joining it.
    lines.push(`${literalMarkdown(t('{0}: {1}', label, value))}  `);
  }
  return new vscode.MarkdownString(lines.join('\n'));
}
