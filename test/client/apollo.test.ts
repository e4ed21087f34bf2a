import { gql, type ApolloClient } from '@apollo/client';
import { WebSocket } from 'ws';
import {
  createGatewayClient,
  gatewayErrorOf,
  type GatewayClientOptions,
} from '../../client/src/apollo.js';
import {
  CreateTextToVideoDocument,
  TaskDocument,
  TaskUpdatedDocument,
  ViewerDocument,
} from '../../client/src/documents.js';
import { GatewayClientError } from '../../client/src/index.js';
import { aVideo } from '../support/client/inputs.js';
import { cursorsOf, cutAfter, ObservedNetwork } from '../support/client/packaged.js';
import { createVideo } from '../support/client/tasks.js';
import { issueToken } from '../support/client/tokens.js';
import { useGateway } from '../support/gateway/gateway-stage.js';

const WRONG_KEY = 'rgk_nobody_Abcdefghijklmnopqrstuvwx';

describe('createGatewayClient', () => {
  const stage = useGateway();
  const clients: ApolloClient[] = [];

  function client(
    options: Partial<GatewayClientOptions> = {},
    network = new ObservedNetwork(stage.clock),
  ): ApolloClient {
    const made = createGatewayClient({
      url: `${stage.gateway.url}/graphql`,
      getToken: () => stage.ann,
      ...network.options,
      ...options,
    });
    clients.push(made);
    return made;
  }

  afterEach(() => {
    for (const made of clients.splice(0)) made.stop();
  });

  /** The statuses of a task until its subscription completes. */
  async function follow(
    options: Partial<GatewayClientOptions>,
    network = new ObservedNetwork(stage.clock),
  ): Promise<string[]> {
    const apollo = client(options, network);
    const { id } = await createVideo(stage.gateway, {}, stage.ann);
    const statuses: string[] = [];
    const done = new Promise<void>((resolve, reject) => {
      apollo.subscribe({ query: TaskUpdatedDocument, variables: { id } }).subscribe({
        next: ({ data, error }) => {
          if (error instanceof Error) reject(error);
          statuses.push(data?.taskUpdated.task.status ?? 'none');
        },
        complete: resolve,
        error: reject,
      });
    });
    await network.whileTimePasses(done);
    return statuses;
  }

  it('queries', async () => {
    const { data } = await client().query({ query: ViewerDocument });
    expect(data?.viewer?.tenant.id).toBe('ann');
  });

  it('keeps one idempotency key over the retries of a mutation', async () => {
    const network = new ObservedNetwork(stage.clock, (_request, count) => {
      if (count === 1) throw new TypeError('fetch failed');
      return undefined;
    });
    const { data } = await network.whileTimePasses(
      client({}, network).mutate({
        mutation: CreateTextToVideoDocument,
        variables: { input: aVideo() },
      }),
    );
    expect(data?.createTextToVideo?.replayed).toBe(true);
    const keys = network.seen.map(({ headers }) => headers.get('idempotency-key'));
    expect(keys).toEqual([keys[0], keys[0]]);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    const posts = stage.gateway.emulator.requests().filter(({ method }) => method === 'POST');
    expect(posts).toHaveLength(1);
  });

  it('does not repeat a mutation that has no idempotency key', async () => {
    const network = new ObservedNetwork(stage.clock, () => {
      throw new TypeError('fetch failed');
    });
    const cancel = gql`
      mutation {
        cancelTask(id: "00000000-0000-4000-8000-000000000000") {
          task {
            id
          }
        }
      }
    `;
    const work = client({}, network).mutate({ mutation: cancel });
    await expect(work).rejects.toMatchObject({ code: 'UNREACHABLE', retryable: true });
    expect(network.seen).toHaveLength(1);
  });

  it('repeats a query for as long as the gateway says that it may succeed later', async () => {
    const busy = { message: 'Busy.', extensions: { code: 'OVERLOADED', retryable: true } };
    const network = new ObservedNetwork(stage.clock, (_request, count) =>
      count <= 2
        ? new Response(JSON.stringify({ errors: [busy] }), {
            status: 503,
            headers: { 'content-type': 'application/graphql-response+json' },
          })
        : undefined,
    );
    const work = client({}, network).query({ query: ViewerDocument });
    expect((await network.whileTimePasses(work)).data?.viewer?.tenant.id).toBe('ann');
    expect(network.seen).toHaveLength(3);
  });

  it('takes a fresh token once when one is refused', async () => {
    let asked = 0;
    const getToken = (): string => (++asked === 1 ? WRONG_KEY : stage.ann);
    const { data } = await client({ getToken }).query({ query: ViewerDocument });
    expect(data?.viewer?.tenant.id).toBe('ann');
    expect(asked).toBe(2);
  });

  it('turns the codes of errors into typed errors', async () => {
    const missing = '00000000-0000-4000-8000-000000000000';
    const error: unknown = await client()
      .query({ query: TaskDocument, variables: { id: missing } })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(GatewayClientError);
    expect(gatewayErrorOf(error)).toMatchObject({ code: 'NOT_FOUND', path: ['task'] });
  });

  it('keeps the data beside an error, and tells its code', async () => {
    const both = gql`
      {
        viewer {
          subject
        }
        task(id: "00000000-0000-4000-8000-000000000000") {
          id
        }
      }
    `;
    const { data, error } = await client().query({ query: both, errorPolicy: 'all' });
    expect(data).toMatchObject({ viewer: {}, task: null });
    expect(gatewayErrorOf(error)).toMatchObject({ code: 'NOT_FOUND', path: ['task'] });
  });

  it.each(['ws', 'sse'] as const)(
    'subscribes over %s until the task settles',
    async (transport) => {
      const statuses = await follow({ subscriptions: transport });
      expect(statuses).toEqual(expect.arrayContaining(['PENDING', 'SUCCEEDED']));
    },
  );

  it('goes on after the last cursor when a socket breaks', async () => {
    const sockets: WebSocket[] = [];
    const sent: string[] = [];
    class Observed extends WebSocket {
      constructor(address: string, protocol: string) {
        super(address, protocol);
        sockets.push(this);
        this.on('message', (message: Buffer) => {
          if (sockets.length === 1 && message.includes('"next"')) this.terminate();
        });
      }
      override send(message: string): void {
        sent.push(message);
        super.send(message);
      }
    }
    const statuses = await follow({ webSocketImpl: Observed });
    expect(sockets).toHaveLength(2);
    const subscribes = sent.filter((message) => message.includes('"subscribe"'));
    expect(subscribes).toHaveLength(2);
    expect(subscribes[1]).toMatch(/"after":"[^"]+"/);
    expect(statuses.at(-1)).toBe('SUCCEEDED');
  });

  it('goes on after the last cursor when a stream of events breaks', async () => {
    const network = new ObservedNetwork(stage.clock, (_request, count, answer) =>
      count === 1 ? cutAfter(1, answer) : undefined,
    );
    const statuses = await follow({ subscriptions: 'sse' }, network);
    expect(cursorsOf(network.seen)).toEqual([null, expect.any(String)]);
    expect(statuses.at(-1)).toBe('SUCCEEDED');
  });

  it.each(['ws', 'sse'] as const)(
    'goes on over %s with a fresh token when the one of an open stream ends',
    async (transport) => {
      const { gateway, ann } = stage;
      const { settings } = gateway.emulator;
      const { taskSeconds } = settings;
      settings.taskSeconds = 90;
      const tokens: string[] = [];
      const network = new ObservedNetwork(stage.clock);
      const getToken = async (): Promise<string> => {
        const token = await network.during(() =>
          issueToken(gateway, ann, { scopes: ['TASK_READ'], expiresInSeconds: 60 }),
        );
        tokens.push(token);
        return token;
      };
      const statuses = await follow({ subscriptions: transport, getToken }, network);
      settings.taskSeconds = taskSeconds;
      expect(statuses.at(-1)).toBe('SUCCEEDED');
      // No event is told twice.
      expect(statuses.filter((status) => status === 'PENDING').length).toBeLessThanOrEqual(1);
      expect(tokens.length).toBeGreaterThan(1);
    },
  );

  it.each(['ws', 'sse'] as const)(
    'asks again over %s for a token that it did not get',
    async (transport) => {
      let asked = 0;
      const getToken = (): string => {
        if (++asked === 1) throw new Error('The token server is away.');
        return stage.ann;
      };
      const statuses = await follow({ subscriptions: transport, getToken });
      expect(statuses.at(-1)).toBe('SUCCEEDED');
      expect(asked).toBe(2);
    },
  );

  it.each(['ws', 'sse'] as const)('renews a refused token over %s, once', async (transport) => {
    let asked = 0;
    const getToken = (): string => (++asked === 1 ? WRONG_KEY : stage.ann);
    const statuses = await follow({ subscriptions: transport, getToken });
    expect(statuses.at(-1)).toBe('SUCCEEDED');
    expect(asked).toBe(2);
    const refused = follow({ subscriptions: transport, getToken: () => WRONG_KEY });
    await expect(refused).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
