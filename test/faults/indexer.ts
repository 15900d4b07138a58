// Indexes a folder, as a window or the command line does. Arguments: the folder, that of the cache, and the number of
// the step at which it kills itself; none without it. Tells each step, so that whoever started it can kill it meanwhile.
import { writeSync } from 'node:fs';
import { indexOnDisk } from './libraries.ts';

const [folder = '', cache = '', last = 'none'] = process.argv.slice(2);
let steps = 0;
void indexOnDisk(folder, cache, (step) => {
  writeSync(process.stdout.fd, `${step}\n`);
  if (String(++steps) === last) process.kill(process.pid, 'SIGKILL');
});
