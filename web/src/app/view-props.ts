import type { Params } from './match-path.js';

/** What every view is given. */
export interface ViewProps {
  /** Values of the `:names` in the view's path. */
  readonly params: Params;
}
