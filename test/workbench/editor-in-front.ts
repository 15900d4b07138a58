import type { Page } from 'playwright-core';

/** The file name of the editor in front, as on its tab. */
export async function editorInFront(
  page: Page,
  options: { readonly timeout?: number } = {},
): Promise<string> {
  const tab = page.locator('.editor-group-container.active .tab.active');
  return (await tab.getAttribute('data-resource-name', options)) ?? '';
}
