import type { OperationDefinitionNode } from 'graphql';
import type { DocumentUsage } from './document-usage.js';
import type { VariableValues } from './variables.js';

/** How many are remembered of one operation; see DOCUMENT_BYTES. */
const USAGES_MAX = 4;

/** Characters of a shape. Longer ones belong to inputs whose use is dear in any case. */
const SHAPE_LENGTH_MAX = 150;

/**
 * What operations have been found to use, by all of the variables that it depends on: which values are
 * given, how they are nested, and those of numbers and booleans, which `first`, `@skip` and `@include`
 * may be given. It goes with the operation.
 */
export class RememberedUsage {
  readonly #known = new WeakMap<OperationDefinitionNode, Map<string, DocumentUsage>>();

  /** `find` is called where it is not known; what refuses the operation is not remembered. */
  of<Refusal>(
    operation: OperationDefinitionNode,
    variables: VariableValues,
    find: () => DocumentUsage | Refusal,
  ): DocumentUsage | Refusal {
    const shape = shapeOf(operation, variables);
    if (shape === undefined) return find();
    const ofOperation = this.#known.get(operation) ?? new Map<string, DocumentUsage>();
    const known = ofOperation.get(shape);
    if (known !== undefined) return known;
    const found = find();
    if (!isUsage(found)) return found;
    if (ofOperation.size === USAGES_MAX) ofOperation.clear();
    ofOperation.set(shape, found);
    this.#known.set(operation, ofOperation);
    return found;
  }
}

function isUsage(found: unknown): found is DocumentUsage {
  return typeof found === 'object' && found !== null && 'points' in found;
}

/** Undefined where it is too long. No two values of different shapes have one text. */
function shapeOf(
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: VariableValues,
): string | undefined {
  let shape = '';
  for (const { variable } of variableDefinitions) {
    const name = variable.name.value;
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    shape += `${typeof value === 'object' ? nested(value) : flat(value)};`;
    if (shape.length > SHAPE_LENGTH_MAX) return undefined;
  }
  return shape;
}

function flat(value: unknown): string {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : typeof value;
}

/** Recursion is as deep as the limit on nested variables. Ends soon after the text is too long. */
function nested(value: unknown): string {
  if (typeof value !== 'object') return '*';
  if (value === null) return 'null';
  let text = '';
  for (const [name, child] of Object.entries(value)) {
    text += `${Array.isArray(value) ? '' : JSON.stringify(name)}${nested(child)},`;
    if (text.length > SHAPE_LENGTH_MAX) break;
  }
  return Array.isArray(value) ? `[${text}]` : `{${text}}`;
}
