import {
  MODELS,
  type ModelFacts,
  type ModelValue,
} from '../../../../src/generated/facts/models.js';
import { markdownTable, referencePage } from './markdown.js';
import { priceRuleOf, unitOf } from './model-prices.js';

/** docs/reference/models.md, from the model catalogue and the prices. */
export function modelsPage(): string {
  const operations = [...new Set(MODELS.map(({ operation }) => operation))];
  const sections = operations.flatMap((operation) => [
    `## ${operation}`,
    markdownTable(
      ['model', 'good at', 'ratios', 'resolutions', 'seconds', 'prompt', 'references', 'credits'],
      MODELS.filter((facts) => facts.operation === operation).map(cellsOf),
    ),
  ]);
  return referencePage('the Runway SDK, schema/runway/bounds.json and schema/runway/prices.json', [
    '# Models',
    'What each model of each mutation accepts, as `models(operation:)` returns it. `prompt` is the most UTF-16 units of `promptText`; `references` is the most images, videos and audio files. A bound or price that is not known is empty; of a partial price, only that part is known. Prices depend on conditions and surcharges that [schema/runway/prices.json](../../schema/runway/prices.json) lists; `estimate` prices one request.',
    ...sections,
    ...unsummarized(),
  ]);
}

/** The models of which schema/runway/summaries.ts says nothing. */
function unsummarized(): readonly string[] {
  const names = MODELS.filter(({ summary }) => summary === null).map(nameOf);
  if (names.length === 0) return [];
  return ['## Without a summary', [...new Set(names)].join(', ')];
}

function nameOf({ operation, model }: ModelFacts): string {
  return model === null ? `\`${operation}\`` : `[\`${model}\`](models/${model}.md)`;
}

function cellsOf(facts: ModelFacts): readonly string[] {
  const { images, videos, audio } = facts.references;
  const references = Object.entries({ images, videos, audio }).flatMap(([kind, max]) =>
    max === 0 ? [] : [`${kind}${max === null ? '' : ` ${String(max)}`}`],
  );
  return [
    facts.model === null ? 'chosen by Runway' : nameOf(facts),
    facts.summary ?? '',
    valuesOf(facts.ratios),
    valuesOf(facts.resolutions),
    secondsOf(facts.durations),
    facts.promptText?.max?.toLocaleString('en-US') ?? '',
    references.join(', '),
    priceOf(facts),
  ];
}

function valuesOf(values: readonly ModelValue[]): string {
  return values.map(({ value }) => value).join(', ');
}

function secondsOf(durations: ModelFacts['durations']): string {
  if (durations === null) return '';
  const { min, max, values, auto } = durations;
  const range = values?.join(', ') ?? (max === null ? '' : `${String(min ?? 0)}–${String(max)}`);
  return [range, auto ? 'auto' : ''].filter((text) => text !== '').join(', ');
}

function priceOf({ operation, model }: ModelFacts): string {
  const rule = priceRuleOf(operation, model);
  if (rule === undefined || rule.rates.length === 0) return '';
  const { rates, quantity, base, minimum, isPartial } = rule;
  const credits = [...new Set(rates.map((rate) => rate.credits))].sort((a, b) => a - b);
  const range =
    credits.length < 2 ? credits.join() : `${String(credits[0])}–${String(credits.at(-1))}`;
  return [
    base === undefined ? '' : `${String(base)} +`,
    range,
    unitOf(quantity),
    minimum === undefined ? '' : `(at least ${String(minimum)})`,
    isPartial === true ? '(a part of the price)' : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}
