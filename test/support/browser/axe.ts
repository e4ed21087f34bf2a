import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** A place where people with a handicap meet an obstacle. */
export interface Finding {
  readonly rule: string;
  readonly impact: string;
  readonly help: string;
  /** Where, with the words of the check. */
  readonly places: readonly string[];
}

interface AxeResult {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe finds in the page as it is, of the rules of WCAG 2.2 A and AA and of good practice. */
export async function findObstacles(page: Page): Promise<readonly Finding[]> {
  // Through the debugger: the page's content security policy permits no script of ours.
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(AXE);
  const results = await page.evaluate<readonly AxeResult[]>(
    'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations)',
  );
  return results.map(({ id, impact, help, nodes }) => ({
    rule: id,
    impact: impact ?? 'minor',
    help,
    places: nodes.map(({ html, failureSummary = '' }) => `${html}\n${failureSummary}`),
  }));
}
