import { existsSync, readFileSync } from 'node:fs';
import { changeOperations } from '../../src/operations/change-operations.js';
import { creationOperations } from '../../src/operations/creation-operations.js';
import { generationOperations } from '../../src/operations/generation-operations.js';
import type { Bounds } from './bounds-document.js';
import type { BoundsFiles } from './bounds-merge.js';
import { mergeBounds, readBoundsFiles } from './bounds-merge.js';
import { Descriptions } from './describe.js';
import { OMITTED } from './overrides.js';
import { pascalCase } from './names.js';
import { planInput } from './planner.js';
import { Published } from './published.js';
import { readRequest } from './read-shapes.js';
import { Report } from './report.js';
import type { SdkMethodFacts } from './sdk.js';
import { readSdk } from './sdk.js';
import type { InputRow, SdkRequest } from './shape.js';
import { propertiesOf } from './shape.js';
import type { GeneratorContext } from './step.js';

/** Rows whose `input` is made from the SDK's types, by root field. */
export type InputRows = Readonly<Record<string, { readonly sdk: readonly [string] }>>;

export const INPUT_ROWS: InputRows = {
  ...generationOperations,
  ...creationOperations,
  ...changeOperations,
};

/** What a run is made from. */
export interface GeneratorSources {
  readonly methods: readonly SdkMethodFacts[];
  readonly rows: InputRows;
  readonly bounds: BoundsFiles;
  /** The SDL of the last release; undefined before the first. */
  readonly released: string | undefined;
}

/** The SDL of the last release; there may be none. */
export const RELEASED = 'schema/released.graphql';

/** Reads the installed SDK, the operations table and the facts once. */
export function readContext(): GeneratorContext {
  return contextOf({
    methods: readSdk(),
    rows: INPUT_ROWS,
    bounds: readBoundsFiles(),
    released: existsSync(RELEASED) ? readFileSync(RELEASED, 'utf8') : undefined,
  });
}

export function contextOf({ methods, rows, bounds, released }: GeneratorSources): GeneratorContext {
  const report = new Report();
  const published = new Published(released);
  const requests = readRequests(methods, choicesIn(rows, published), report);
  const inputs = readInputs(rows, methods, requests, report);
  const byMethod = mergeBounds(requests, methods, bounds, report);
  const descriptions = new Descriptions(report);
  const tools = { descriptions, published, report };
  const plans = inputs.map((row) =>
    planInput(row, byMethod.get(row.method) ?? new Map<string, Bounds>(), tools),
  );
  reportStale(requests, descriptions, report);
  return { methods, requests, inputs, plans, bounds: byMethod, published, addedFields: [], report };
}

/** The methods whose input is a choice of a model, or would be one: it is not published as an object. */
function choicesIn(rows: InputRows, published: Published): ReadonlySet<string> {
  const choices = Object.entries(rows).filter(
    ([field]) => published.isChoice(`${pascalCase(field)}Input`) !== false,
  );
  return new Set(choices.map(([, { sdk }]) => sdk[0]));
}

/** Every method that takes a body or a query, in the order of the SDK's methods. */
function readRequests(
  methods: readonly SdkMethodFacts[],
  choices: ReadonlySet<string>,
  report: Report,
): SdkRequest[] {
  return methods.flatMap(({ name, body, query }) => {
    const type = body ?? query;
    const shape =
      type === undefined ? undefined : readRequest(type, name, report, choices.has(name));
    return shape === undefined ? [] : [{ method: name, shape }];
  });
}

/** The rows that take an input, in the order of the operations table, with the shapes of their bodies. */
function readInputs(
  rows: InputRows,
  methods: readonly SdkMethodFacts[],
  requests: readonly SdkRequest[],
  report: Report,
): InputRow[] {
  return Object.entries(rows).flatMap(([field, row]) => {
    const [name] = row.sdk;
    const method = methods.find((candidate) => candidate.name === name);
    const request = requests.find((candidate) => candidate.method === name);
    if (request !== undefined && method?.body !== undefined) {
      return [{ ...request, field, position: method.bodyPosition }];
    }
    const problem = method === undefined ? 'the SDK has no such method' : 'it takes no body';
    report.add(
      'withdrawn',
      `${field} ${name}`,
      `${problem}; the row is skipped.`,
      'Remove the row from src/operations.',
    );
    return [];
  });
}

function reportStale(
  requests: readonly SdkRequest[],
  descriptions: Descriptions,
  report: Report,
): void {
  const places = new Set(
    requests.flatMap(({ method, shape }) =>
      propertiesOf(shape).map(({ path }) => `${method} ${path}`),
    ),
  );
  for (const place of Object.keys(OMITTED).filter((each) => !places.has(each))) {
    report.add('stale', 'schema/generate/overrides.ts', `the SDK has no ${place}.`);
  }
  for (const words of descriptions.unused()) {
    report.add('stale', 'schema/runway', `nothing needs the words for ${words}.`);
  }
}
