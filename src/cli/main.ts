#!/usr/bin/env node
import { run } from './run.ts';
import { isBrokenPipe } from './terminal.ts';

// A reader that has seen enough, as in `soc-review index | head`, is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: Error) => {
    if (!isBrokenPipe(error)) throw error;
  });
}

// Not process.exit: what was written to a pipe must arrive first.
process.exitCode = await run(process.argv.slice(2), {
  out: process.stdout,
  err: process.stderr,
  env: process.env,
});
