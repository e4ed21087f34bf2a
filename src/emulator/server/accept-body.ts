import type { SdkMethod } from '../../generated/facts/sdk-methods.js';
import { invalid } from './handler.js';
import { checkMedia } from '../media/media-checks.js';
import { checkReferences } from '../resources/references.js';
import { checkTogether } from '../rules/cross-field-rules.js';
import { validateBody } from './validation.js';
import type { World } from '../world.js';

/** Refuses with 400 a body whose shape, media, references or combination Runway would not take. */
export function acceptBody(world: World, method: SdkMethod, body: unknown): asserts body is object {
  validateBody(method, body);
  const issues = [
    ...checkMedia(body, world.uploads.find),
    ...checkReferences(body, world),
    ...checkTogether(method, body),
  ];
  if (issues.length > 0) throw invalid(issues);
}
