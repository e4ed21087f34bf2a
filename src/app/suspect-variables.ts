import type { Config } from '../config/config.js';
import type { Logger } from '../ports/logger.js';

/** Warns of environment variables that look like mistyped settings; the values stay unread. */
export function warnOfSuspectVariables({ suspectVariables }: Config, log: Logger): void {
  for (const { name, resembles } of suspectVariables) {
    const hint = resembles === undefined ? '' : `; did you mean ${resembles}?`;
    log.warn({ variable: name }, `${name} is not a setting of the gateway${hint}`);
  }
}
