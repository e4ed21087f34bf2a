import { changeOperations } from '../../src/operations/change-operations.js';
import { creationOperations } from '../../src/operations/creation-operations.js';
import { generationOperations } from '../../src/operations/generation-operations.js';
import type { Bounds } from './bounds-document.js';
import { mergeBounds, readBoundsFiles } from './bounds-merge.js';
import { Descriptions } from './describe.js';
import { planInput } from './planner.js';
import { readRequest } from './read-shapes.js';
import type { SdkMethodFacts } from './sdk.js';
import { readSdk } from './sdk.js';
import type { InputRow, SdkRequest } from './shape.js';
import type { GeneratorContext } from './step.js';

/** Rows whose `input` is made from the SDK's types. */
const INPUT_ROWS = { ...generationOperations, ...creationOperations, ...changeOperations };

/** Reads the SDK and the facts once; throws where they contradict each other. */
export function readContext(): GeneratorContext {
  const methods = readSdk();
  const requests = readRequests(methods);
  const inputs = readInputs(methods, requests);
  const { document, overrides } = readBoundsFiles();
  const { byMethod, leftovers } = mergeBounds(requests, methods, document, overrides);
  const descriptions = new Descriptions();
  const plans = inputs.map((row) =>
    planInput(row, byMethod.get(row.method) ?? new Map<string, Bounds>(), descriptions),
  );
  const unused = descriptions.unused();
  if (unused.length > 0) {
    throw new Error(`Descriptions in schema/runway that nothing needs: ${unused.join(', ')}`);
  }
  return { methods, requests, inputs, plans, bounds: byMethod, leftovers };
}

/** Every method that takes a body or a query, in the order of the SDK's methods. */
function readRequests(methods: readonly SdkMethodFacts[]): SdkRequest[] {
  return methods.flatMap(({ name, body, query }) => {
    const type = body ?? query;
    return type === undefined ? [] : [{ method: name, shape: readRequest(type, name) }];
  });
}

/** The rows that take an input, in the order of the operations table, with the shapes of their bodies. */
export function readInputs(
  methods: readonly SdkMethodFacts[],
  requests: readonly SdkRequest[],
): InputRow[] {
  return Object.entries(INPUT_ROWS).map(([field, row]) => {
    const [name] = row.sdk;
    const method = methods.find((candidate) => candidate.name === name);
    if (method === undefined) throw new Error(`${field}: the SDK has no method ${name}`);
    const request = requests.find((candidate) => candidate.method === name);
    if (request === undefined || method.body === undefined) {
      throw new Error(`${field}: ${name} takes no body`);
    }
    return { ...request, field, position: method.bodyPosition };
  });
}
