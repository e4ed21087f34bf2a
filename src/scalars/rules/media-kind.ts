import type { MediaKind } from '../media-uri.js';
import { mediaKindOf } from '../media-uri.js';
import { noteKind } from './kinds-of-fields.js';
import { rule } from './rule.js';

/** A data uri must be of the kind; of other uris the form does not tell. */
export function IsMediaKind(kind: MediaKind): PropertyDecorator {
  const decorator = rule({
    name: 'mediaKind',
    message: `Must be of the kind ${kind}.`,
    allowed: [kind],
    accepts: (value) => typeof value !== 'string' || (mediaKindOf(value) ?? kind) === kind,
  });
  return noteKind(kind, decorator);
}
