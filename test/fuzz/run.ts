import { parseArgs } from 'node:util';
import CliTable from 'cli-table3';
import { fuzz, type Finding, type TargetResult } from './fuzz.ts';

const count = (findings: readonly Finding[], what: Finding['what']): number =>
  findings.filter((finding) => finding.what === what).length;

function tableOf(results: readonly TargetResult[]): string {
  const table = new CliTable({
    head: ['input', 'cases', 'crashes', 'hangs', 'files lost', 'stopped by limits', 'slowest'],
    style: { head: [], border: [] },
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right', 'right'],
  });
  const row = (
    name: string,
    cases: number,
    stopped: number,
    slowest: number,
    findings: readonly Finding[],
  ) => [
    ...[name, cases, count(findings, 'crash'), count(findings, 'hang'), count(findings, 'lost'), stopped],
    `${(slowest / 1000).toFixed(2)} s`,
  ];
  for (const { name, cases, stopped, slowest, findings } of results) {
    table.push(row(name, cases, stopped, slowest, findings));
  }
  const sum = (of: (result: TargetResult) => number): number =>
    results.reduce((all, one) => all + of(one), 0);
  const slowest = Math.max(0, ...results.map((result) => result.slowest));
  const all = results.flatMap(({ findings }) => findings);
  table.push(
    row(
      'all',
      sum(({ cases }) => cases),
      sum(({ stopped }) => stopped),
      slowest,
      all,
    ),
  );
  return table.toString();
}

/** `npm run fuzz -- --count N --seed S`: prints what became of mutated input; fails when a case went wrong. */
export async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      case: { type: 'string' },
    },
  });
  const { seed, only } = values;
  const results = await fuzz({
    count: Number(values.count),
    seed,
    ...(only === undefined ? {} : { only }),
    ...(values.case === undefined ? {} : { case: Number(values.case) }),
  });
  for (const { name, findings } of results) {
    for (const { index, what, detail } of findings) {
      console.log(`${what}: npm run fuzz -- --seed ${seed} --only "${name}" --case ${index}\n  ${detail}\n`);
    }
  }
  console.log(tableOf(results));
  console.log(`Peak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB. Seed ${seed}.`);
  return results.some(({ findings }) => findings.length > 0) ? 1 : 0;
}
