import { parseArgs } from 'node:util';
import CliTable from 'cli-table3';
import { faults, tryFault } from './faults.ts';

/** `npm run faults`: lets everything happen that happens to disks, processes, clocks and repositories. */
export async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { seed: { type: 'string', default: '1' }, only: { type: 'string' } },
  });
  const table = new CliTable({
    head: ['what happens', 'cases', 'losses'],
    style: { head: [], border: [] },
    colAligns: ['left', 'right', 'right'],
  });
  let losses = 0;
  for (const fault of faults) {
    if (values.only !== undefined && fault.name !== values.only) continue;
    const result = await tryFault(fault, fault.cases, values.seed);
    for (const loss of result.losses) console.log(`${fault.name}: ${loss}`);
    losses += result.losses.length;
    table.push([result.name, result.cases, result.losses.length]);
  }
  console.log(table.toString());
  return losses === 0 ? 0 : 1;
}
