import { readSource, statedSeconds } from '../media/sources.js';
import { entriesIn, type Breach, type Fields, type Rule } from './refusals.js';

/** A bound on the seconds of one medium, or of all that the properties name together. */
interface LengthRule {
  readonly properties: readonly string[];
  readonly min?: number;
  readonly max: number;
}

/** Only a length that an address states can be too short. */
export function lasting({ properties, min = 0, max }: LengthRule): Rule {
  return (body): readonly Breach[] => {
    const uris = properties.flatMap((name) => urisOf(body[name]));
    const seconds = uris.reduce((sum, uri) => sum + readSource(uri).seconds, 0);
    const isTooShort = uris.some((uri) => (statedSeconds(uri) ?? min) < min);
    const path = [properties.find((name) => urisOf(body[name]).length > 0) ?? ''];
    if (seconds > max) {
      return [{ path, message: `Asset duration must be at most ${String(max)} seconds` }];
    }
    return isTooShort
      ? [{ path, message: `Asset duration must be at least ${String(min)} seconds` }]
      : [];
  };
}

function urisOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  const entries: readonly Fields[] = Array.isArray(value) ? entriesIn(value) : entriesIn([value]);
  return entries.flatMap(({ uri }) => (typeof uri === 'string' ? [uri] : []));
}
