/**
 * A yardstick for `bench:tasks`, in a process of its own: what no gateway can leave out, and nothing
 * else. For each request it looks a credential up, commits a row, sends the request to Runway over a
 * connection of its own, commits the answer, and reads the task once after 5 s. No GraphQL, no rules,
 * no events, no budgets, and nothing that holds when the process dies. Postgres only.
 *
 * Environment: PORT, DATABASE_URL, RUNWAYML_BASE_URL, RUNWAYML_API_SECRET.
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { Pool } from 'pg';
import { Client, request } from 'undici';

const { PORT, DATABASE_URL, RUNWAYML_BASE_URL = '', RUNWAYML_API_SECRET = '' } = process.env;
const READ_AFTER_MS = 5_000;
const HEADERS = {
  authorization: `Bearer ${RUNWAYML_API_SECRET}`,
  'content-type': 'application/json',
  'x-runway-version': '2024-11-06',
};

const pool = new Pool({ connectionString: DATABASE_URL, max: 10 });
await pool.query('create table bare_keys (id text primary key)');
await pool.query(`insert into bare_keys values ('key')`);
await pool.query(
  'create table bare_tasks (id uuid primary key, input jsonb, status text, runway_id text, output jsonb)',
);

async function buy(promptText: string): Promise<object> {
  await pool.query({
    name: 'key',
    text: 'select id from bare_keys where id = $1',
    values: ['key'],
  });
  const id = randomUUID();
  const body = { model: 'gen4.5', promptText, ratio: '1280:720', duration: 5 };
  await pool.query({
    name: 'accept',
    text: `insert into bare_tasks (id, input, status) values ($1, $2, 'SENDING')`,
    values: [id, body],
  });
  const client = new Client(RUNWAYML_BASE_URL);
  try {
    const answer = await client.request({
      method: 'POST',
      path: '/v1/text_to_video',
      headers: HEADERS,
      body: JSON.stringify(body),
    });
    const { id: runwayId } = (await answer.body.json()) as { id: string };
    await pool.query({
      name: 'record',
      text: `update bare_tasks set status = 'PENDING', runway_id = $2 where id = $1`,
      values: [id, runwayId],
    });
    setTimeout(() => void read(id, runwayId), READ_AFTER_MS);
    return { createTextToVideo: { task: { id, status: 'PENDING' } } };
  } finally {
    await client.destroy();
  }
}

async function read(id: string, runwayId: string): Promise<void> {
  const answer = await request(`${RUNWAYML_BASE_URL}/v1/tasks/${runwayId}`, { headers: HEADERS });
  const { status, output } = (await answer.body.json()) as { status: string; output: string[] };
  await pool.query({
    name: 'read',
    text: 'update bare_tasks set status = $2, output = $3 where id = $1',
    values: [id, status, JSON.stringify(output)],
  });
}

/** What makes tenants and keys is answered, so that the clients are the same ones. */
const SET_UP = { createTenant: {}, createApiKey: { credential: 'key' } };

const server = createServer((incoming, response) => {
  const answer = async (): Promise<object> => {
    if (incoming.method !== 'POST') return {};
    const { variables } = (await json(incoming)) as { variables: { promptText?: string } };
    return variables.promptText === undefined ? SET_UP : await buy(variables.promptText);
  };
  answer().then(
    (data) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ data }));
    },
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      response.writeHead(500).end('{}');
    },
  );
}).listen(Number(PORT), '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`http://127.0.0.1:${port}/graphql\n`);
});

process.on('SIGTERM', () => {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});
