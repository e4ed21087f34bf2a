import type { JsonValue } from '../../../src/domain/input/json.js';
import type { JsonSchema } from '../../../src/generated/facts/request-schemas.js';

/** In [0, 1). */
export type Random = () => number;

/** The same numbers for the same seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Lists and texts are long enough to show what each entry adds, and no longer. */
const ITEMS_MAX = 4;
const TEXT_MAX = 300;

const LENGTHS = [0.5, 2, 3, 5, 9.99, 10, 12.5, 15, 29, 30, 120, 300, 3_599];
const SIZES = ['640x360', '1280x720', '1920x1080', '2560x1440', '3840x2160'];

/** A value that the schema allows: each optional property stands in half of them. */
export function randomValue(schema: JsonSchema, random: Random): JsonValue {
  const choices = schema['oneOf'] ?? schema['anyOf'] ?? schema['enum'];
  if (Array.isArray(choices)) {
    const chosen = pick(choices, random);
    return 'enum' in schema ? (chosen as JsonValue) : randomValue(chosen as JsonSchema, random);
  }
  if ('const' in schema) return schema['const'] as JsonValue;
  switch ([schema['type']].flat()[0]) {
    case 'object':
      return randomObject(schema, random);
    case 'array': {
      const { minItems = 0, maxItems = ITEMS_MAX } = schema as Bounds;
      const most = Math.max(minItems, Math.min(maxItems, ITEMS_MAX));
      const length = between(minItems, most, random);
      const items = schema['items'] as JsonSchema;
      return Array.from({ length }, () => randomValue(items, random));
    }
    case 'integer':
    case 'number': {
      const { minimum = 0, maximum = minimum + 100 } = schema as Bounds;
      return between(minimum, maximum, random);
    }
    case 'boolean':
      return random() < 0.5;
    case 'string':
      return randomText(schema, random);
    default:
      throw new Error(`no value for ${JSON.stringify(schema)}`);
  }
}

interface Bounds {
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

function randomObject(schema: JsonSchema, random: Random): JsonValue {
  const { properties = {}, required = [] } = schema as {
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly required?: readonly string[];
  };
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => required.includes(name) || random() < 0.5)
      .map(([name, property]) => [name, randomValue(property, random)]),
  );
}

function randomText(schema: JsonSchema, random: Random): string {
  const pattern = typeof schema['pattern'] === 'string' ? schema['pattern'] : '';
  if (pattern.includes('https')) {
    return `https://example.com/medium?seconds=${String(pick(LENGTHS, random))}&size=${pick(SIZES, random)}`;
  }
  const { minLength = 1, maxLength = TEXT_MAX } = schema as Bounds;
  return 'a'.repeat(between(minLength, Math.max(minLength, Math.min(maxLength, TEXT_MAX)), random));
}

function between(least: number, most: number, random: Random): number {
  return least + Math.floor(random() * (most - least + 1));
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to choose from');
  return item;
}
