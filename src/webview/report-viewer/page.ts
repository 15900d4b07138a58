/** What the report viewer's page must know before its script runs. */
export interface ReportViewerPage {
  /** `webview.cspSource`. */
  readonly cspSource: string;
  /** Unguessable, made anew for each page. */
  readonly nonce: string;
  /** `webview.asWebviewUri` of the folder `dist/webview`, without a slash at the end. The only local resource root needed. */
  readonly assets: string;
  /** `vscode.env.language`. */
  readonly language: string;
}

/**
 * The viewer's whole HTML. Everything the reader sees is built by the script, from text nodes: nothing of a
 * report ever is part of this string. The policy has no `unsafe-*`, and lets the page reach nothing but the
 * extension's own files.
 */
export function reportViewerPage({ cspSource, nonce, assets, language }: ReportViewerPage): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    `img-src ${cspSource} data: blob:`,
    `font-src ${cspSource} data:`,
    `connect-src ${cspSource}`,
    `worker-src blob:`,
    `form-action 'none'`,
    `base-uri 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${attribute(language)}" data-assets="${attribute(assets)}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${attribute(policy)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="stylesheet" href="${attribute(assets)}/report-viewer.css" />
  </head>
  <body>
    <script type="module" nonce="${attribute(nonce)}" src="${attribute(assets)}/report-viewer.js"></script>
  </body>
</html>`;
}

const attribute = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
