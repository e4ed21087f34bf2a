import type { Descriptions } from './describe.js';
import type { Published } from './published.js';
import type { Report } from './report.js';

/** What every input is planned with. */
export interface PlannerTools {
  readonly descriptions: Descriptions;
  readonly published: Published;
  readonly report: Report;
}
