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

describe('graphql-codegen in a project of its own', () => {
  const stage = useGateway();
  let consumer: Consumer;

  beforeAll(async () => {
    consumer = await Consumer.create(['graphql', '@graphql-codegen/client-preset']);
    await consumer.write({ 'documents/create.graphql': DOCUMENT });
  });
  afterAll(() => consumer.remove());

  /** Generates with this `schema` of a configuration. */
  async function generate(schema: unknown, isDocumented = true): Promise<CommandResult> {
    const documented = `config: { scalars, strictScalars: true },
      plugins: ['runway-graphql-gateway-client/codegen-check'],`;
    await consumer.write({
      'codegen.mjs': `import { scalars } from 'runway-graphql-gateway-client/scalars';
export default {
  schema: ${JSON.stringify(schema)},
  documents: 'documents/*.graphql',
  generates: { 'out/': { preset: 'client', ${isDocumented ? documented : ''} } },
};
void scalars;
`,
    });
    return await consumer.run('graphql-codegen', '--config', 'codegen.mjs');
  }

  const headers = (): Readonly<Record<string, string>> => ({
    authorization: `Bearer ${stage.gateway.operatorKey}`,
  });

  it.each(['the packed SDL', 'the SDL of the gateway', 'introspection that asks for @oneOf'])(
    'makes exclusive inputs and mapped scalars from %s',
    async (source) => {
      const { url } = stage.gateway;
      const schemas: Readonly<Record<string, unknown>> = {
        'the packed SDL': 'node_modules/runway-graphql-gateway-client/schema.graphql',
        'the SDL of the gateway': { [`${url}/graphql/schema.graphql`]: { headers: headers() } },
        'introspection that asks for @oneOf': {
          [`${url}/graphql`]: { headers: headers(), oneOf: true },
        },
      };
      const { isGood, output } = await generate(schemas[source]);
      expect(isGood ? '' : output).toBe('');
      const text = await consumer.read('out/graphql.ts');
      expect(text).toMatch(EXCLUSIVE);
      expect(text).toMatch(/createdAt: string, input: unknown/);
    },
  );

  it('refuses introspection that has lost @oneOf, with the remedy', async () => {
    const schema = { [`${stage.gateway.url}/graphql`]: { headers: headers() } };
    const { isGood, output } = await generate(schema);
    expect(isGood).toBe(false);
    expect(output).toContain('Set `oneOf: true` beside the schema');
  });

  it('works with default options', async () => {
    const schema = 'node_modules/runway-graphql-gateway-client/schema.graphql';
    const { isGood, output } = await generate(schema, false);
    expect(isGood ? '' : output).toBe('');
    expect(await consumer.read('out/graphql.ts')).toMatch(EXCLUSIVE);
  });
});
