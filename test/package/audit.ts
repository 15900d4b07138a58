import { build } from '../host/build.ts';
import { runNpm } from '../host/npm.ts';
import { projectRoot } from '../host/places.ts';
import { auditAnswer } from './audit-answer.ts';
import { shippedPackages } from './third-party.ts';

const CLEAN = 0;
const VULNERABLE = 1;
const NOT_KNOWN = 2;

/**
 * `npm run audit`: asks npm's registry for known vulnerabilities of the packages of which something ships, and only
 * of these: what merely builds and tests never meets a stranger's file. Fails when there are any, and, with another
 * status, when the registry doesn't say.
 */
export async function main(): Promise<number> {
  await build('production');
  const shipped = new Map(shippedPackages().map(({ name, version }) => [name, version]));
  const { output } = await runNpm(projectRoot, ['audit', '--json', '--loglevel=silent']);
  const answer = auditAnswer(output);
  if ('noAnswer' in answer) {
    console.error(
      `Nothing is known: the registry did not answer. Ask where one does. npm says: ${answer.noAnswer}`,
    );
    return NOT_KNOWN;
  }
  const { vulnerable } = answer;
  const ours = vulnerable.filter(({ name }) => shipped.has(name));
  for (const { name, severity, titles } of ours) {
    console.error(`${name} ${shipped.get(name) ?? ''}: ${severity}. ${titles.join('; ')}`);
  }
  console.log(
    `${shipped.size} packages ship, ${ours.length} of them with known vulnerabilities; ${vulnerable.length - ours.length} more among those that only build and test.`,
  );
  return ours.length === 0 ? CLEAN : VULNERABLE;
}
