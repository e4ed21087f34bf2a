import type { CodegenSource, NamedOperation } from './text-preset.js';
import { ERRORS } from '../../src/error-registry.js';

/** The closed set of codes as a type, so that a client's switch over them is checked. */
export function errorCodes(): string {
  const codes = Object.keys(ERRORS).map((code) => `\n  | '${code}'`);
  return `/** Every code of this version of the gateway; see docs/reference/errors.md. */
export type ErrorCode =${codes.join('')};
`;
}

/** The mutations that can be sent again under the same idempotency key. */
export function idempotentMutations({ schema }: CodegenSource): string {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  const names = fields
    .filter(({ args }) => args.some(({ name }) => name === 'idempotencyKey'))
    .map(({ name }) => `  '${name}',\n`)
    .sort();
  return `/** The mutations for which the gateway keeps an idempotency key. */
export const IDEMPOTENT_MUTATIONS: ReadonlySet<string> = /* @__PURE__ */ new Set([
${names.join('')}]);
`;
}

/** `useTaskQuery` and its like: one line for each operation, made by hooks of `../<client>`. */
export function hooks(client: 'apollo' | 'urql'): (source: CodegenSource) => string {
  return ({ operations }) => {
    const documents = operations.map(({ name }) => `  ${name}Document,\n`);
    return `import {
${documents.join('')}} from './graphql.js';
import { mutationHook, queryHook, subscriptionHook } from '../${client}/typed-hooks.js';

${operations.map(hookLine).join('')}`;
  };
}

function hookLine({ name, kind }: NamedOperation): string {
  const suffix = `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`;
  return `export const use${name}${suffix} = /* @__PURE__ */ ${kind}Hook(${name}Document);\n`;
}
