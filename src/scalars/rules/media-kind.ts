import type { MediaKind } from '../media-uri.js';
import { mediaKindOf } from '../media-uri.js';
import { rule } from './rule.js';

/** A data uri must be of the kind; of an https or runway:// uri only Runway can tell. */
export function IsMediaKind(kind: MediaKind): PropertyDecorator {
  return rule({
    name: 'mediaKind',
    message: `Must be of the kind ${kind}.`,
    allowed: [kind],
    accepts: (value) => typeof value !== 'string' || (mediaKindOf(value) ?? kind) === kind,
  });
}
