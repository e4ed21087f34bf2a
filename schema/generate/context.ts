import { generationOperations } from '../../src/operations/generation.js';
import type { Bounds } from './bounds-document.js';
import { mergeBounds, readBoundsFiles } from './bounds-merge.js';
import { Descriptions } from './describe.js';
import { planCreate } from './planner.js';
import { readBody } from './read-shapes.js';
import type { SdkMethodFacts } from './sdk.js';
import { readSdk } from './sdk.js';
import type { Create } from './shape.js';
import type { GeneratorContext } from './step.js';

/** Reads the SDK and the facts once; throws where they contradict each other. */
export function readContext(): GeneratorContext {
  const methods = readSdk();
  const creates = readCreates(methods);
  const { document, overrides } = readBoundsFiles();
  const { byField, leftovers } = mergeBounds(creates, methods, document, overrides);
  const descriptions = new Descriptions();
  const plans = creates.map((create) =>
    planCreate(create, byField.get(create.field) ?? new Map<string, Bounds>(), descriptions),
  );
  const unused = descriptions.unused();
  if (unused.length > 0) {
    throw new Error(`schema/runway/descriptions.ts: nothing needs ${unused.join(', ')}`);
  }
  return { methods, creates, plans, bounds: byField, leftovers };
}

/** The creates of the operations table, in its order, with the shapes of their bodies. */
export function readCreates(methods: readonly SdkMethodFacts[]): Create[] {
  return Object.entries(generationOperations).map(([field, row]) => {
    const [name] = row.sdk;
    const method = methods.find((candidate) => candidate.name === name);
    if (method === undefined) throw new Error(`${field}: the SDK has no method ${name}`);
    if (method.body === undefined) throw new Error(`${field}: ${name} takes no body`);
    return { field, method: name, body: readBody(method.body, name) };
  });
}
