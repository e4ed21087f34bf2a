import type { Client } from '@urql/core';
import { WebSocket } from 'ws';
import {
  CreateTextToVideoDocument,
  TaskDocument,
  TaskUpdatedDocument,
  ViewerDocument,
} from '../../client/src/documents.js';
import { createUrqlClient, gatewayErrorOf, type UrqlClientOptions } from '../../client/src/urql.js';
import { aVideo } from '../support/client/inputs.js';
import { cursorsOf, cutAfter, ObservedNetwork } from '../support/client/packaged.js';
import { createVideo } from '../support/client/tasks.js';
import { useGateway } from '../support/gateway/gateway-stage.js';

const WRONG_KEY = 'rgk_nobody_Abcdefghijklmnopqrstuvwx';

describe('createUrqlClient', () => {
  const stage = useGateway();

  function client(
    options: Partial<UrqlClientOptions> = {},
    network = new ObservedNetwork(stage.clock),
  ): Client {
    return createUrqlClient({
      url: `${stage.gateway.url}/graphql`,
      getToken: () => stage.ann,
      ...network.options,
      ...options,
    });
  }

  /** The statuses of a task until it settles. */
  async function follow(
    options: Partial<UrqlClientOptions>,
    network = new ObservedNetwork(stage.clock),
  ): Promise<string[]> {
    const urql = client(options, network);
    const { id } = await createVideo(stage.gateway, {}, stage.ann);
    const statuses: string[] = [];
    const done = new Promise<void>((resolve, reject) => {
      const { unsubscribe } = urql
        .subscription(TaskUpdatedDocument, { id })
        .subscribe(({ data, error }) => {
          if (error !== undefined) reject(error);
          const status = data?.taskUpdated.task.status ?? 'none';
          statuses.push(status);
          if (status !== 'SUCCEEDED') return;
          resolve();
          queueMicrotask(() => {
            unsubscribe();
          });
        });
    });
    await network.whileTimePasses(done);
    return statuses;
  }

  it('queries by POST', async () => {
    const { data } = await client().query(ViewerDocument, {}).toPromise();
    expect(data?.viewer?.tenant.id).toBe('ann');
  });

  it('keeps one idempotency key over the retries of a mutation', async () => {
    const network = new ObservedNetwork(stage.clock, (_request, count) => {
      if (count === 1) throw new TypeError('fetch failed');
      return undefined;
    });
    const urql = client({}, network);
    const work = urql.mutation(CreateTextToVideoDocument, { input: aVideo() }).toPromise();
    const { data } = await network.whileTimePasses(work);
    expect(data?.createTextToVideo?.replayed).toBe(true);
    const keys = network.seen.map(({ headers }) => headers.get('idempotency-key'));
    expect(keys).toEqual([keys[0], keys[0]]);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    const posts = stage.gateway.emulator.requests().filter(({ method }) => method === 'POST');
    expect(posts).toHaveLength(1);
  });

  it('takes a fresh token once when one is refused', async () => {
    let asked = 0;
    const getToken = (): string => (++asked === 1 ? WRONG_KEY : stage.ann);
    const { data } = await client({ getToken }).query(ViewerDocument, {}).toPromise();
    expect(data?.viewer?.tenant.id).toBe('ann');
    expect(asked).toBe(2);
  });

  it('tells the code of an error', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    const { error } = await client().query(TaskDocument, { id }).toPromise();
    expect(gatewayErrorOf(error)).toMatchObject({ code: 'NOT_FOUND', path: ['task'] });
  });

  it.each(['ws', 'sse'] as const)(
    'subscribes over %s until the task settles',
    async (transport) => {
      const statuses = await follow({ subscriptions: transport });
      expect(statuses).toEqual(expect.arrayContaining(['PENDING', 'SUCCEEDED']));
    },
  );

  it('goes on after the last cursor when a stream of events breaks', async () => {
    const network = new ObservedNetwork(stage.clock, (_request, count, answer) =>
      count === 1 ? cutAfter(1, answer) : undefined,
    );
    const statuses = await follow({ subscriptions: 'sse' }, network);
    expect(cursorsOf(network.seen)).toEqual([null, expect.any(String)]);
    expect(statuses.at(-1)).toBe('SUCCEEDED');
  });

  it('tells when the WebSocket is lost and open again, and goes on meanwhile', async () => {
    let sockets = 0;
    /** The first is cut as soon as an event has come. */
    class CutSocket extends WebSocket {
      constructor(...given: ConstructorParameters<typeof WebSocket>) {
        super(...given);
        sockets += 1;
        if (sockets > 1) return;
        this.on('message', (message: Buffer) => {
          if (message.toString().includes('"next"')) this.terminate();
        });
      }
    }
    const states: string[] = [];
    const onConnection = (state: string): unknown => states.push(state);
    const statuses = await follow({ webSocketImpl: CutSocket, onConnection });
    expect(statuses.at(-1)).toBe('SUCCEEDED');
    expect(states).toEqual(['open', 'lost', 'open']);
  });

  it.each(['ws', 'sse'] as const)('tells over %s that a token is refused', async (transport) => {
    const refused = follow({ subscriptions: transport, getToken: () => WRONG_KEY });
    const error: unknown = await refused.catch((reason: unknown) => reason);
    expect(gatewayErrorOf(error)).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
