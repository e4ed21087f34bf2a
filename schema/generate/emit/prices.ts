import { readFileSync } from 'node:fs';
import type { PriceRule } from '../../../src/domain/pricing/price-rule.js';
import { variantsOf } from '../shape.js';
import type { GeneratedFiles, GeneratorContext } from '../step.js';
import { HEADER } from '../step.js';
import { literal } from './facts-source.js';

interface PriceEntry {
  readonly operations: readonly string[];
  /** Runway's names; null where a recipe chooses. */
  readonly models: readonly (string | null)[];
  readonly rule: PriceRule;
  readonly source: string;
}

/** src/generated/facts/prices.ts: what Runway charges, one row a model. */
export function emitPrices({ inputs, report }: GeneratorContext): GeneratedFiles {
  const known = new Set(
    inputs.flatMap(({ field, shape: body }) =>
      variantsOf(body).map(({ shape }) => {
        const model = shape.properties.find(({ name }) => name === 'model')?.shape;
        return `${field} ${model?.kind === 'literal' ? model.value : 'null'}`;
      }),
    ),
  );
  const entries = JSON.parse(readFileSync('schema/runway/prices.json', 'utf8')) as PriceEntry[];
  const rows = entries.flatMap(({ operations, models, rule, source }) =>
    operations.flatMap((operation) =>
      models.flatMap((model) => {
        if (known.has(`${operation} ${String(model)}`)) return [{ operation, model, rule, source }];
        report.add(
          'stale',
          'schema/runway/prices.json',
          `there is no ${operation} with ${String(model)}.`,
        );
        return [];
      }),
    ),
  );
  const text = `${HEADER}
/** Rules for domain/pricing/price-rule, by root field and Runway's model (null where a recipe chooses). */
export const PRICES = ${literal(rows)} as const;
`;
  return new Map([['src/generated/facts/prices.ts', text]]);
}
