import type { Bounds } from './bounds-document.js';
import type { BoundsByPath } from './bounds-merge.js';
import type { ScalarName } from './plan.js';
import type { PublishedField } from './published.js';
import type { InputRow, Property } from './shape.js';
import { propertiesOf } from './shape.js';

/** GraphQL's Int ends here. */
const INT_MAX = 2_147_483_647;

const PUBLISHED: Readonly<Record<string, ScalarName>> = {
  Int: 'Int',
  Float: 'Float',
  Seed: 'SeedScalar',
};

/** Chooses the scalar of a number. */
export class NumberKinds {
  readonly #bounds: BoundsByPath;
  /** By name of a property: the scalar that its bounds tell on some model. */
  readonly #byName = new Map<string, ScalarName>();

  constructor({ shape }: InputRow, bounds: BoundsByPath) {
    this.#bounds = bounds;
    for (const { name, path } of propertiesOf(shape)) {
      const kind = kindOf(bounds.get(path) ?? {});
      if (kind !== undefined && !this.#byName.has(name)) this.#byName.set(name, kind);
    }
  }

  /**
   * A published kind stays. Without bounds it is the kind that the same property has on another
   * model.
   */
  of({ name, path }: Property, published: PublishedField | undefined): ScalarName {
    const kept = published === undefined ? undefined : PUBLISHED[published.type];
    if (kept !== undefined) return kept;
    if (name === 'seed') return 'SeedScalar';
    return kindOf(this.#bounds.get(path) ?? {}) ?? this.#byName.get(name) ?? 'Float';
  }
}

/** The scalar of a set of numbers. A published kind stays. */
export function numbersKind(
  values: readonly number[],
  published: PublishedField | undefined,
): ScalarName {
  const whole = values.every(Number.isInteger) ? 'Int' : 'Float';
  return PUBLISHED[published?.type ?? ''] ?? whole;
}

function kindOf({ integer, minimum, maximum }: Bounds): ScalarName | undefined {
  if (integer === true) return (maximum ?? 0) <= INT_MAX ? 'Int' : 'Float';
  return minimum === undefined && maximum === undefined ? undefined : 'Float';
}
