/**
 * Yardsticks for `bench:reads`, each in a process of its own: a GraphQL server that answers `task` and
 * `tasks` and does nothing else. No credentials, no rules, no limits, no log.
 *
 * Environment: SERVER (apollo, yoga, mercurius), TASKS (JSON: fixed answers) or DATABASE_URL (rows of a
 * gateway's store, of the tenant that the header x-tenant names). Prints its address.
 */
import type { IncomingHttpHeaders, IncomingMessage, RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BareTask, Tasks } from './tasks.js';
import { FixedTasks, StoredTasks } from './tasks.js';

const { SERVER = '', TASKS, DATABASE_URL = '' } = process.env;

const TENANT_HEADER = 'x-tenant';

const typeDefs = `
  type Task { id: ID! operation: String! model: String status: String! label: String createdAt: String! }
  type PageInfo { hasNextPage: Boolean! }
  type TaskConnection { nodes: [Task!]! pageInfo: PageInfo! }
  type Query { task(id: ID!): Task tasks(first: Int! = 20): TaskConnection }
`;

const tasks: Tasks =
  TASKS === undefined
    ? new StoredTasks(DATABASE_URL)
    : new FixedTasks(JSON.parse(TASKS) as BareTask[]);

/** Whose tasks are asked for. */
interface Context {
  readonly tenant: string;
}

declare module 'mercurius' {
  interface MercuriusContext {
    readonly tenant: string;
  }
}

const resolvers = {
  Query: {
    task: (_: unknown, { id }: { id: string }, { tenant }: Context) => tasks.find(tenant, id),
    tasks: (_: unknown, { first }: { first: number }, { tenant }: Context) =>
      tasks.list(tenant, first),
  },
};

function contextOf({ [TENANT_HEADER]: tenant }: IncomingHttpHeaders): Context {
  return { tenant: String(tenant) };
}

/** Its own types bring those of browsers into the whole project. */
const YOGA: string = 'graphql-yoga';

interface Yoga {
  readonly createSchema: (parts: { typeDefs: string; resolvers: object }) => object;
  readonly createYoga: (options: {
    schema: object;
    logging: boolean;
    context: (initial: { readonly request: Request }) => Context;
  }) => RequestListener;
}

/** Each listens on a free port of this machine and tells which. */
const SERVERS: Readonly<Record<string, () => Promise<number>>> = {
  apollo: async () => {
    const { ApolloServer } = await import('@apollo/server');
    const { expressMiddleware } = await import('@as-integrations/express5');
    const { default: express } = await import('express');
    const apollo = new ApolloServer<Context>({ typeDefs, resolvers });
    await apollo.start();
    const app = express();
    const context = async ({ req }: { readonly req: IncomingMessage }): Promise<Context> =>
      contextOf(req.headers);
    app.use('/graphql', express.json(), expressMiddleware(apollo, { context }));
    return await new Promise((resolve) => {
      const server = app.listen(0, '127.0.0.1', () => {
        resolve((server.address() as AddressInfo).port);
      });
    });
  },
  yoga: async () => {
    const { createServer } = await import('node:http');
    const { createSchema, createYoga } = (await import(YOGA)) as Yoga;
    const yoga = createYoga({
      schema: createSchema({ typeDefs, resolvers }),
      logging: false,
      context: ({ request }) => ({ tenant: request.headers.get(TENANT_HEADER) ?? '' }),
    });
    const server = createServer(yoga);
    return await new Promise((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        resolve((server.address() as AddressInfo).port);
      });
    });
  },
  mercurius: async () => {
    const { fastify } = await import('fastify');
    const { mercurius } = await import('mercurius');
    const app = fastify();
    // As its own documentation advises for speed: hot documents are compiled.
    await app.register(mercurius, {
      schema: typeDefs,
      resolvers,
      jit: 1,
      context: ({ headers }) => contextOf(headers),
    });
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    return Number(new URL(address).port);
  },
};

const start = SERVERS[SERVER];
if (start === undefined)
  throw new Error(`SERVER must be one of ${Object.keys(SERVERS).join(', ')}.`);
process.stdout.write(`http://127.0.0.1:${String(await start())}\n`);
