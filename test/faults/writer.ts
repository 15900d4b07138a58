// Writes review after review, until it is killed. Arguments: the folder, the number of the first, and of all.
import { join } from 'node:path';
import { writeNew } from '../../src/cli/write-new.ts';
import { reviewText } from './review-text.ts';

const [folder = '', from = '0', count = '0', writer = ''] = process.argv.slice(2);
let won = 0;
for (let number = Number(from); number < Number(from) + Number(count); number++) {
  await writeNew(join(folder, `review-${number}.md`), reviewText(number, writer)).then(
    () => won++,
    () => undefined,
  );
}
process.stdout.write(`${won}\n`);
