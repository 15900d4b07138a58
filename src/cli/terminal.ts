import { styleText } from 'node:util';

export { plainText as plain } from '../core/library/plain-text.ts';

/** Where a command writes: results to `out`, everything else to `err`. */
export interface Terminal {
  readonly out: NodeJS.WriteStream;
  readonly err: NodeJS.WriteStream;
  readonly env: NodeJS.ProcessEnv;
}

export type Style = Parameters<typeof styleText>[0];
export type Paint = (style: Style, text: string) => string;

/** How a table is drawn for a stream. */
export interface Layout {
  /** Infinity where there is no terminal to fit to. */
  readonly width: number;
  readonly paint: Paint;
}

/** Fitted to the terminal; colours only for eyes: on a terminal, and unless the user said no (no-color.org). */
export function layoutFor({ out, env }: Terminal): Layout {
  const width = out.isTTY ? Math.max(out.columns, NARROWEST) : Infinity;
  const noColor = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  const paint: Paint =
    out.isTTY && !noColor
      ? (style, text) => styleText(style, text, { validateStream: false })
      : (_style, text) => text;
  return { width, paint };
}

/** Narrower than this, wrapping helps nobody. */
const NARROWEST = 40;

/** Writes all of the text, also to a slow pipe. */
export async function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    stream.write(text, (error) => {
      if (error instanceof Error && !isBrokenPipe(error)) reject(error);
      else resolve();
    });
  });
}

/** The reader of a pipe has seen enough: `soc-review index | head`. */
export const isBrokenPipe = (error: Error): boolean => 'code' in error && error.code === 'EPIPE';
