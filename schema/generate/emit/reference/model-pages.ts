import type { PriceRate } from '../../../../src/domain/pricing/price-rule.js';
import {
  MODELS,
  type ModelFacts,
  type ModelValue,
} from '../../../../src/generated/facts/models.js';
import { markdownTable, referencePage } from './markdown.js';
import { priceRuleOf, unitOf } from './model-prices.js';

const FOLDER = 'docs/reference/models';

/** A page a model: what it takes in each mutation, and what that costs. */
export function modelPages(): ReadonlyMap<string, string> {
  const names = [...new Set(MODELS.flatMap(({ model }) => model ?? []))];
  return new Map(names.map((name) => [modelPagePath(name), pageOf(name)]));
}

function modelPagePath(model: string): string {
  return `${FOLDER}/${model.replaceAll(/[^\w.-]/g, '_')}.md`;
}

function pageOf(model: string): string {
  const all = MODELS.filter((facts) => facts.model === model);
  return referencePage('the Runway SDK, schema/runway/bounds.json and schema/runway/prices.json', [
    `# ${model}`,
    all.find(({ summary }) => summary !== null)?.summary ?? 'No summary yet.',
    ...all.flatMap(blocksOf),
  ]);
}

function blocksOf(facts: ModelFacts): readonly string[] {
  const { operation, member } = facts;
  const typeName = `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Input`;
  const input = member === null ? '{ … }' : `{ ${member}: { … } }`;
  return [
    `## ${operation}`,
    `\`${operation}(input: ${input})\`; the fields are those of \`${typeName}\` in [schema.graphql](../../../schema/schema.graphql).`,
    markdownTable(['what', 'allowed'], limitsOf(facts)),
    ...pricesOf(facts),
  ];
}

function limitsOf(facts: ModelFacts): readonly (readonly string[])[] {
  const { ratios, resolutions, outputFormats, durations, promptText, references, outputs } = facts;
  const rows: readonly (readonly [string, string])[] = [
    ['ratios', valuesOf(ratios)],
    ['resolutions', valuesOf(resolutions)],
    ['output formats', valuesOf(outputFormats)],
    ['seconds', rangeOf(durations, durations?.auto === true ? ['auto'] : [])],
    ['prompt, UTF-16 units', rangeOf(promptText)],
    ['first and last frames', valuesOf(facts.promptImages?.positions ?? [])],
    ['reference images', countOf(references.images)],
    ['reference videos', countOf(references.videos)],
    ['reference audio', countOf(references.audio)],
    ['sound on or off', facts.audio ? 'yes' : ''],
    ['seed', facts.seed ? 'yes' : ''],
    ['outputs of a task', rangeOf(outputs)],
  ];
  return rows.filter(([, allowed]) => allowed !== '');
}

function valuesOf(values: readonly ModelValue[]): string {
  return values
    .map(({ name, value }) => (name === value ? `\`${name}\`` : `\`${name}\` (${value})`))
    .join(', ');
}

interface Range {
  readonly min: number | null;
  readonly max: number | null;
  readonly values?: readonly number[] | null;
}

function rangeOf(range: Range | null, others: readonly string[] = []): string {
  if (range === null) return others.join(', ');
  const { min, max, values } = range;
  const numbers =
    values?.map(String) ?? (max === null ? [] : [`${String(min ?? 0)}–${String(max)}`]);
  return [...numbers, ...others].join(', ');
}

function countOf(max: number | null): string {
  if (max === 0) return '';
  return max === null ? 'any number' : `at most ${String(max)}`;
}

function pricesOf({ operation, model }: ModelFacts): readonly string[] {
  const rule = priceRuleOf(operation, model);
  if (rule === undefined || rule.rates.length === 0) return ['No price is known.'];
  const { base, minimum, surcharges = [], isPartial } = rule;
  const notes = [
    base === undefined ? '' : `${String(base)} credits come before it.`,
    minimum === undefined ? '' : `A request costs at least ${String(minimum)} credits.`,
    surcharges.length === 0 ? '' : 'Some inputs cost more: `estimate` prices one request.',
    isPartial === true ? 'This is a part of the price: no source states all of it.' : '',
  ].filter((note) => note !== '');
  const rows = rule.rates.map((rate) => [
    `${String(rate.credits)} ${unitOf(rule.quantity)}`,
    conditionOf(rate),
  ]);
  return [
    markdownTable(['credits', 'when'], rows),
    ...(notes.length === 0 ? [] : [notes.join(' ')]),
  ];
}

function conditionOf({ when = {} }: PriceRate): string {
  return Object.entries(when)
    .map(([name, texts]) => `${name} ${texts.join(' or ')}`)
    .join(', ');
}
