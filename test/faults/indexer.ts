// Indexes a folder, as a window or the command line does. Arguments: the folder, and that of the cache. Says when it
// begins, so that whoever started it can kill it meanwhile.
import { indexOnDisk } from './libraries.ts';

const [folder = '', cache = ''] = process.argv.slice(2);
process.stdout.write('begins\n');
await indexOnDisk(folder, cache);
