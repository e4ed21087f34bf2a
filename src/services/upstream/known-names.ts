import type { JsonValue } from '../../domain/input/json.js';
import { DOCUMENTATION, type IsKnown } from '../../domain/runway-words.js';
import { MODELS } from '../../generated/facts/models.js';
import { REQUEST_SCHEMAS } from '../../generated/facts/request-schemas.js';

/** Names of HTTP, with which Runway says what is wrong with a medium. */
const HTTP_NAMES = ['content-length', 'content-type', 'octet-stream', 'user-agent'];

let published: ReadonlySet<string> | undefined;

/** The names that may stand in Runway's words about a request: its own, and published ones. */
export function knownNames(input: JsonValue): IsKnown {
  const request = JSON.stringify(input).toLowerCase();
  return (name) => {
    const lower = name.toLowerCase();
    return publishedNames().has(lower) || request.includes(lower) || DOCUMENTATION.test(lower);
  };
}

/** The names that Runway publishes: properties, values and models. In lower case. Collected when first asked for. */
function publishedNames(): ReadonlySet<string> {
  published ??= new Set([...HTTP_NAMES, ...namesOf(REQUEST_SCHEMAS), ...modelNames()]);
  return published;
}

/** Every name and text of a schema, but for its patterns: those are none in words. */
function namesOf(schema: unknown): string[] {
  if (typeof schema === 'string') return [schema.toLowerCase()];
  if (typeof schema !== 'object' || schema === null) return [];
  const inside = Object.values(schema).flatMap(namesOf);
  return Array.isArray(schema) ? inside : [...Object.keys(schema), ...inside].map(lowerCase);
}

function modelNames(): string[] {
  return MODELS.flatMap(({ model }) => model?.toLowerCase() ?? []);
}

function lowerCase(name: string): string {
  return name.toLowerCase();
}
