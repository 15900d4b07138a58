import * as vscode from 'vscode';

/** The files that stand open in the editor, the one in front first. */
export function openFiles(): vscode.Uri[] {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  const tabs = [activeTabGroup.activeTab, ...all.flatMap((group) => group.tabs)];
  return tabs.flatMap((tab) => {
    const { input } = tab ?? {};
    return input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText ? [input.uri] : [];
  });
}
