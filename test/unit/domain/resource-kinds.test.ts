import { existsSync, readFileSync } from 'node:fs';
import type { KindRow } from '../../../src/domain/resource/kind-row.js';
import { RESOURCE_KINDS, rowOf } from '../../../src/domain/resource/kinds.js';
import { SDK_METHODS } from '../../../src/generated/facts/sdk-methods.js';
import { operations } from '../../../src/operations/operations.js';

/** `avatarConversation` → `avatar-conversation`. */
const inKebabCase = (kind: string): string =>
  kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const readable = RESOURCE_KINDS.filter((kind) => rowOf(kind).sdk.retrieve !== undefined);

/** What a kind lacks, each with the file where it belongs. */
function missingOf(kind: string, methods: KindRow['sdk']): string[] {
  const name = inKebabCase(kind);
  const sdk = Object.values(methods);
  const served = new Set<string>(Object.values(operations).flatMap((row) => [...row.sdk]));
  const registered = (file: string) => readFileSync(file, 'utf8').includes(`  ${kind}:`);
  const checks: readonly (readonly [boolean, string])[] = [
    [existsSync(`src/domain/resource/${name}.ts`), `a row in src/domain/resource/${name}.ts`],
    ...sdk.map(
      (method) =>
        [method in SDK_METHODS, `${method} among the SDK’s methods: correct the row`] as const,
    ),
    ...sdk.map(
      (method) => [served.has(method), `a root field for ${method} in src/operations/`] as const,
    ),
    [
      existsSync(`src/adapters/runway/resources/${name}-answer.ts`),
      `the schema of its answer in src/adapters/runway/resources/${name}-answer.ts`,
    ],
    [
      registered('src/adapters/runway/resources/answers-by-kind.ts'),
      'its line in src/adapters/runway/resources/answers-by-kind.ts',
    ],
    [
      registered('src/api/resources/resource-rows.ts'),
      'its type and fields in src/api/resources/resource-rows.ts',
    ],
    [
      existsSync(`src/emulator/resources/${name}-handlers.ts`),
      `its handlers in src/emulator/resources/${name}-handlers.ts`,
    ],
    [
      existsSync(`schema/operations/${name}s.graphql`),
      `its client documents in schema/operations/${name}s.graphql`,
    ],
  ];
  return checks.flatMap(([isThere, what]) => (isThere ? [] : [`${kind} lacks ${what}`]));
}

// Guarantee: a kind of resource is whole in every layer, or the message says where it is not.
describe('a resource kind', () => {
  it.each(readable)('is whole in every layer: %s', (kind) => {
    expect(missingOf(kind, rowOf(kind).sdk)).toEqual([]);
  });

  it('says what is missing, and where', () => {
    expect(missingOf('dream', {})).toContain(
      'dream lacks the schema of its answer in src/adapters/runway/resources/dream-answer.ts',
    );
  });

  it.each(RESOURCE_KINDS)('names only kinds that exist: %s', (kind) => {
    const { parent, comesFrom, becomes, removal } = rowOf(kind);
    const named = [parent?.kind, comesFrom, becomes?.kind, removal?.children];
    const known = new Set<string | undefined>([undefined, ...RESOURCE_KINDS]);
    expect(named.filter((one) => !known.has(one))).toEqual([]);
  });

  it.each(RESOURCE_KINDS)('goes with its tenant exactly where Runway can delete it: %s', (kind) => {
    const { sdk, removal } = rowOf(kind);
    expect(removal !== undefined).toBe(sdk.delete !== undefined);
  });

  it.each(RESOURCE_KINDS)('is searched for only where Runway lists and shows it: %s', (kind) => {
    const { sdk, lost } = rowOf(kind);
    if (lost === undefined) return;
    expect(sdk).toMatchObject({ create: expect.any(String), list: expect.any(String) });
  });
});
