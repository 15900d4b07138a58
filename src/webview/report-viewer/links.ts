/**
 * Sends links that lead out of the report to `open`, and keeps every click on a link from the editor's own
 * handling, which would open anything. Links within the report are pdf.js's own business.
 */
export function routeLinks(root: HTMLElement, open: (url: string) => void): void {
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    event.stopPropagation();
    const url = link.getAttribute('href') ?? '';
    if (url !== '' && !url.startsWith('#') && event.button < 2) open(link.href);
  };
  root.addEventListener('click', onClick);
  root.addEventListener('auxclick', onClick);
}
