import { Consumer, type CommandResult } from '../support/client/consumer.js';
import { useGateway } from '../support/gateway/gateway-stage.js';

const DOCUMENT = `mutation Create($input: CreateTextToVideoInput!) {
  createTextToVideo(input: $input) {
    task {
      id
      createdAt
      input
    }
  }
}
`;

/** An input of which every other member is forbidden. */
const EXCLUSIVE = /gen4_5: CreateTextToVideoGen4_5Input; grokImagine1_5\?: never/;

/** Where a configuration takes its schema from, by the name of the test. */
const SOURCES = [
  'the packed SDL',
  'the SDL of the gateway',
  'introspection that asks for @oneOf',
] as const;

const PACKED = 'node_modules/runway-graphql-gateway-client/schema.graphql';

/** One output of a configuration. */
interface Output {
  readonly folder: string;
  readonly schema: unknown;
  /** With the options that the client's documentation gives. */
  readonly isDocumented: boolean;
}

describe('graphql-codegen in a project of its own', () => {
  const stage = useGateway();
  let consumer: Consumer;
  /** One run makes every output that must succeed: the start of the program takes longest. */
  let made: CommandResult;

  beforeAll(async () => {
    consumer = await Consumer.create(['graphql', '@graphql-codegen/client-preset']);
    await consumer.write({ 'documents/create.graphql': DOCUMENT });
    const { url } = stage.gateway;
    const schemas: Readonly<Record<(typeof SOURCES)[number], unknown>> = {
      'the packed SDL': PACKED,
      'the SDL of the gateway': { [`${url}/graphql/schema.graphql`]: { headers: headers() } },
      'introspection that asks for @oneOf': {
        [`${url}/graphql`]: { headers: headers(), oneOf: true },
      },
    };
    made = await generate([
      ...SOURCES.map((source) => ({
        folder: folderOf(source),
        schema: schemas[source],
        isDocumented: true,
      })),
      { folder: 'default', schema: PACKED, isDocumented: false },
    ]);
  }, 120_000);
  afterAll(() => consumer.remove());

  const folderOf = (source: (typeof SOURCES)[number]): string =>
    `from-${String(SOURCES.indexOf(source))}`;

  async function generate(outputs: readonly Output[]): Promise<CommandResult> {
    const documented = `config: { scalars, strictScalars: true },
      plugins: ['runway-graphql-gateway-client/codegen-check'],`;
    const generates = outputs.map(
      ({ folder, schema, isDocumented }) => `'${folder}/': {
      schema: ${JSON.stringify(schema)}, preset: 'client', ${isDocumented ? documented : ''} },`,
    );
    await consumer.write({
      'codegen.mjs': `import { scalars } from 'runway-graphql-gateway-client/scalars';
export default {
  documents: 'documents/*.graphql',
  generates: { ${generates.join('\n    ')} },
};
void scalars;
`,
    });
    return await consumer.run('graphql-codegen', '--config', 'codegen.mjs');
  }

  const headers = (): Readonly<Record<string, string>> => ({
    authorization: `Bearer ${stage.gateway.operatorKey}`,
  });

  it.each(SOURCES)('makes exclusive inputs and mapped scalars from %s', async (source) => {
    expect(made.isGood ? '' : made.output).toBe('');
    const text = await consumer.read(`${folderOf(source)}/graphql.ts`);
    expect(text).toMatch(EXCLUSIVE);
    expect(text).toMatch(/createdAt: string, input: unknown/);
  });

  it('refuses introspection that has lost @oneOf, with the remedy', async () => {
    const schema = { [`${stage.gateway.url}/graphql`]: { headers: headers() } };
    const { isGood, output } = await generate([{ folder: 'lost', schema, isDocumented: true }]);
    expect(isGood).toBe(false);
    expect(output).toContain('Set `oneOf: true` beside the schema');
  });

  it('works with default options', async () => {
    expect(made.isGood ? '' : made.output).toBe('');
    expect(await consumer.read('default/graphql.ts')).toMatch(EXCLUSIVE);
  });
});
