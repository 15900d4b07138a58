import { spawn } from 'node:child_process';

/** True where a window can appear on somebody's screen. */
export function hasDesktop(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return process.env['CI'] === undefined;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/** Opens an address in the person's browser, if that works; the address is printed anyway. */
export function openBrowser(address: string): void {
  const [command, args] =
    process.platform === 'darwin'
      ? ['open', [address]]
      : process.platform === 'win32'
        ? ['rundll32', ['url.dll,FileProtocolHandler', address]]
        : ['xdg-open', [address]];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.once('error', () => {
    console.log('No browser could be opened from here. Open the address yourself.');
  });
  child.unref();
}
