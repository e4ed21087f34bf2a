// Guarantee: a kind of resource is whole in every layer, or one sentence says what is still missing.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { KindRow } from '../../../src/domain/resource/kind-row.js';
import { RESOURCE_KINDS, rowOf } from '../../../src/domain/resource/kinds.js';
import { RESPONSE_PROPERTIES } from '../../../src/generated/facts/response-schemas.js';
import { SDK_METHODS, type SdkMethod } from '../../../src/generated/facts/sdk-methods.js';
import type { Operation, ResourceAction } from '../../../src/operations/operation.js';
import { exposuresByKind, kindOperations } from '../../../src/operations/operations-by-kind.js';

/** `avatarConversation` → `avatar-conversation`. */
const inKebabCase = (kind: string): string =>
  kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const readable = RESOURCE_KINDS.filter((kind) => rowOf(kind).sdk.retrieve !== undefined);

/** What a root field does that calls a method of a row. */
const ACTIONS = {
  create: 'create',
  retrieve: 'read',
  list: 'list',
  update: 'update',
  delete: 'delete',
} as const satisfies Record<keyof KindRow['sdk'], ResourceAction>;

/** What a part of a kind is, and where it belongs; undefined once it is there. */
type Missing = string | undefined;

/** A part that `npm run generate` takes into the table of its layer. */
function part(what: string, name: string, file: string, table: string): Missing {
  const isThere = existsSync(file) && readFileSync(file, 'utf8').includes(name);
  if (!isThere) return `${what}: export ${name} in ${file}`;
  const isInTable = readFileSync(table, 'utf8').includes(name);
  return isInTable ? undefined : `${name} in ${table}: run npm run generate`;
}

/** What a kind lacks, in the order in which it is added. */
function missingOf(kind: string, methods: KindRow['sdk']): string[] {
  const name = inKebabCase(kind);
  const sdk = Object.values(methods);
  const documents = `schema/operations/${name}s.graphql`;
  const lacks: readonly Missing[] = [
    part(
      'its row',
      `${kind}Kind`,
      `src/domain/resource/${name}.ts`,
      'src/domain/resource/rows-by-kind.ts',
    ),
    ...sdk.map((method) =>
      method in SDK_METHODS ? undefined : `${method} among the SDK’s methods: correct its row`,
    ),
    part(
      'its root fields',
      `${kind}Operations`,
      `src/operations/resources/${name}-operations.ts`,
      'src/operations/operations-by-kind.ts',
    ),
    ...Object.entries(ACTIONS).map(([member, action]) => {
      const method = methods[member as keyof typeof ACTIONS];
      const isServed = method === undefined || hasField(kind, action);
      return isServed ? undefined : `a root field for ${method} in ${kind}Operations`;
    }),
    part(
      'the schema of its answer',
      `${kind}Answers`,
      `src/adapters/runway/resources/${name}-answer.ts`,
      'src/adapters/runway/resources/answers-by-kind.ts',
    ),
    part(
      'its type in the graph',
      `${kind}Graph`,
      typeFileOf(name),
      'src/api/resources/graph-by-kind.ts',
    ),
    part(
      'its handlers in the emulator',
      `${kind}Handlers`,
      `src/emulator/resources/${name}-handlers.ts`,
      'src/emulator/resources/resource-handlers.ts',
    ),
    existsSync(documents) ? undefined : `its client documents in ${documents}`,
  ];
  return lacks.flatMap((one) => (one === undefined ? [] : [`${kind} lacks ${one}`]));
}

function hasField(kind: string, action: ResourceAction): boolean {
  return Object.values<Operation>(kindOperations).some(
    ({ resource }) => resource?.kind === kind && resource.action === action,
  );
}

/** Types of the same family share a folder. */
function typeFileOf(name: string): string {
  const files = readdirSync('src/api/resources', { recursive: true, encoding: 'utf8' });
  const found = files.find((file) => basename(file) === `${name}-type.ts`);
  return `src/api/resources/${found ?? `${name}s/${name}-type.ts`}`;
}

describe('a resource kind', () => {
  it.each(readable)('is whole in every layer: %s', (kind) => {
    expect(missingOf(kind, rowOf(kind).sdk)).toEqual([]);
  });

  it('says what is missing, and where, in the order of the steps', () => {
    expect(missingOf('dream', { retrieve: 'voices.retrieve', list: 'dreams.list' })).toEqual([
      'dream lacks its row: export dreamKind in src/domain/resource/dream.ts',
      'dream lacks dreams.list among the SDK’s methods: correct its row',
      'dream lacks its root fields: export dreamOperations in src/operations/resources/dream-operations.ts',
      'dream lacks a root field for voices.retrieve in dreamOperations',
      'dream lacks a root field for dreams.list in dreamOperations',
      'dream lacks the schema of its answer: export dreamAnswers in src/adapters/runway/resources/dream-answer.ts',
      'dream lacks its type in the graph: export dreamGraph in src/api/resources/dreams/dream-type.ts',
      'dream lacks its handlers in the emulator: export dreamHandlers in src/emulator/resources/dream-handlers.ts',
      'dream lacks its client documents in schema/operations/dreams.graphql',
    ]);
  });

  it.each(Object.entries(exposuresByKind))(
    'exposes no value that Runway does not answer: %s',
    (kind, exposures) => {
      const methods = Object.values(rowOf(kind as keyof typeof exposuresByKind).sdk) as SdkMethod[];
      const paths = methods.flatMap((method) =>
        RESPONSE_PROPERTIES[method].map((path) => path.replace(/^data\[\]\./, '')),
      );
      expect(Object.keys(exposures).filter((path) => !paths.includes(path))).toEqual([]);
    },
  );

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
