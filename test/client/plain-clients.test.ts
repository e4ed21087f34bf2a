// The set-ups of docs/clients.md, with packages that know nothing of this gateway.
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, Observable } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { Client, fetchExchange, subscriptionExchange } from '@urql/core';
import { print } from 'graphql';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient, type Client as WsClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import {
  CreateTextToVideoDocument,
  TaskUpdatedDocument,
  ViewerDocument,
} from '../../client/src/documents.js';
import { aVideo } from '../support/client/inputs.js';
import { createVideo } from '../support/client/tasks.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { whileTimePasses } from '../support/time/while-time-passes.js';

const stage = useGateway();
const address = (): string => `${stage.gateway.url}/graphql`;
const headers = (): { readonly authorization: string } => ({
  authorization: `Bearer ${stage.ann}`,
});

function webSockets(): WsClient {
  return createWsClient({
    url: address().replace('http', 'ws'),
    connectionParams: headers(),
    webSocketImpl: WebSocket,
  });
}

/** The statuses that `watch` tells of a new task, until it has succeeded. */
async function statusesOf(
  watch: (
    id: string,
    tell: (status: string | undefined) => void,
    fail: (e: unknown) => void,
  ) => void,
): Promise<string[]> {
  const { id } = await createVideo(stage.gateway, {}, stage.ann);
  const statuses: string[] = [];
  const done = new Promise<void>((resolve, reject) => {
    watch(
      id,
      (status) => {
        if (status !== undefined) statuses.push(status);
        if (status === 'SUCCEEDED') resolve();
      },
      (error) => {
        reject(error instanceof Error ? error : new Error(JSON.stringify(error)));
      },
    );
  });
  await whileTimePasses(stage.clock, done);
  return statuses;
}

const COMPLETE = expect.arrayContaining(['PENDING', 'SUCCEEDED']) as string[];

describe('Apollo Client', () => {
  const apollo = (link: ApolloLink): ApolloClient =>
    new ApolloClient({ link, cache: new InMemoryCache() });
  const http = (): HttpLink => new HttpLink({ uri: address(), headers: headers() });

  async function follow(client: ApolloClient): Promise<string[]> {
    return await statusesOf((id, tell, fail) => {
      client.subscribe({ query: TaskUpdatedDocument, variables: { id } }).subscribe({
        next: ({ data, error }) => {
          if (error !== undefined) fail(error);
          tell(data?.taskUpdated.task.status);
        },
        error: fail,
      });
    });
  }

  it('queries and mutates', async () => {
    const client = apollo(http());
    const viewer = await client.query({ query: ViewerDocument });
    expect(viewer.data?.viewer?.tenant.id).toBe('ann');
    const made = await client.mutate({
      mutation: CreateTextToVideoDocument,
      variables: { input: aVideo(), idempotencyKey: 'plain-apollo' },
    });
    expect(made.data?.createTextToVideo?.task.status).toBe('PENDING');
  });

  it('subscribes over WebSocket', async () => {
    const sockets = webSockets();
    expect(await follow(apollo(new GraphQLWsLink(sockets)))).toEqual(COMPLETE);
    await sockets.dispose();
  });

  it('subscribes over server-sent events', async () => {
    const events = createSseClient({ url: address(), headers: headers() });
    const link = new ApolloLink(
      ({ query, variables }) =>
        new Observable((observer) =>
          events.subscribe<ApolloLink.Result['data']>(
            { query: print(query), variables },
            {
              next: (result) => {
                observer.next(result as ApolloLink.Result);
              },
              error: (error) => {
                observer.error(error);
              },
              complete: () => {
                observer.complete();
              },
            },
          ),
        ),
    );
    expect(await follow(apollo(link))).toEqual(COMPLETE);
    events.dispose();
  });
});

describe('urql', () => {
  async function follow(client: Client): Promise<string[]> {
    return await statusesOf((id, tell, fail) => {
      client.subscription(TaskUpdatedDocument, { id }).subscribe(({ data, error }) => {
        if (error !== undefined) fail(error);
        tell(data?.taskUpdated.task.status);
      });
    });
  }

  const fetchOptions = () => ({ headers: headers() });

  it('queries and mutates, by POST', async () => {
    const client = new Client({
      url: address(),
      preferGetMethod: false,
      fetchOptions,
      exchanges: [fetchExchange],
    });
    const viewer = await client.query(ViewerDocument, {}).toPromise();
    expect(viewer.data?.viewer?.tenant.id).toBe('ann');
    const variables = { input: aVideo(), idempotencyKey: 'plain-urql' };
    const made = await client.mutation(CreateTextToVideoDocument, variables).toPromise();
    expect(made.data?.createTextToVideo?.task.status).toBe('PENDING');
  });

  it('subscribes over WebSocket', async () => {
    const sockets = webSockets();
    const client = new Client({
      url: address(),
      preferGetMethod: false,
      exchanges: [
        subscriptionExchange({
          forwardSubscription: ({ query = '', variables }) => ({
            subscribe: (sink) => ({
              unsubscribe: sockets.subscribe(
                { query, ...(variables !== undefined && { variables: { ...variables } }) },
                sink as Parameters<WsClient['subscribe']>[1],
              ),
            }),
          }),
        }),
      ],
    });
    expect(await follow(client)).toEqual(COMPLETE);
    await sockets.dispose();
  });

  it('subscribes over server-sent events', async () => {
    const client = new Client({
      url: address(),
      preferGetMethod: false,
      fetchSubscriptions: true,
      fetchOptions,
      exchanges: [fetchExchange],
    });
    expect(await follow(client)).toEqual(COMPLETE);
  });
});
