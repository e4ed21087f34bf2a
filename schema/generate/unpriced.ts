import { PRICES } from '../../src/generated/facts/prices.js';
import type { GeneratorContext } from './step.js';
import { variantsOf } from './shape.js';

/** `<root field> <model>` of every model that the facts have no price for. */
export function unpricedModels({ inputs }: Pick<GeneratorContext, 'inputs'>): string[] {
  const priced = new Set<string>(
    PRICES.map(({ operation, model }) => `${operation} ${String(model)}`),
  );
  return inputs.flatMap(({ field, shape }) =>
    shape.kind === 'union' && shape.tag === 'model'
      ? variantsOf(shape)
          .map(({ name }) => `${field} ${name}`)
          .filter((line) => !priced.has(line))
      : [],
  );
}
