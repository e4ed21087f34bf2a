import { exposedProperties } from '../../src/operations/exposed-properties.js';
import type { Exposures } from '../../src/operations/exposure.js';
import { notYetExposed } from '../../src/operations/not-yet-exposed.js';
import type { Report } from './report.js';

/** Reports values of Runway's answers that no list says where to show, and lists of values that are gone. */
export function reportAnswers(
  answers: readonly (readonly [method: string, properties: readonly string[]])[],
  report: Report,
): void {
  const lists: Readonly<Record<string, Exposures | undefined>> = exposedProperties;
  for (const [method, properties] of answers) {
    if (method in notYetExposed) continue;
    const listed = Object.keys(lists[method] ?? {});
    for (const path of properties.filter((each) => !listed.some((one) => covers(one, each)))) {
      report.add('answers', `${method} ${path}`, 'not shown.', SAY_WHERE);
    }
    for (const one of listed.filter((each) => !properties.some((path) => covers(each, path)))) {
      report.add('stale', 'src/operations/exposed-properties.ts', `${method} has no ${one}.`);
    }
  }
}

const SAY_WHERE =
  'Say in src/operations/exposed-properties.ts where the graph shows it, or why not.';

/** A path that ends in `*` stands for all that begin like it. */
function covers(listed: string, path: string): boolean {
  return listed.endsWith('*') ? path.startsWith(listed.slice(0, -1)) : path === listed;
}
