/**
 * Subscribers in a process of their own, which stream-measures starts. They do little with an event, so
 * that the clients are not what is measured: each event carries a mark, and what counts is when how many
 * have got it.
 */
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';
import type { Arrival, ClientsAnswer, ClientsRequest, Opening } from './stream-client-messages.js';

/** Opened at once: the gateway looks up a credential for each. */
const OPENING_AT_ONCE = 50;

/** Progress that the bench's Runway gives to one read of one task, and to no other. */
const MARK = /"progress":(0\.\d+)/;

const agent = new Agent({ keepAlive: false, maxSockets: Infinity });
const arrivals = new Map<string, { count: number; lastAtMs: number }>();

function note(chunk: Buffer): void {
  const mark = MARK.exec(chunk.toString('latin1'))?.[1];
  if (mark === undefined) return;
  const arrival = arrivals.get(mark) ?? { count: 0, lastAtMs: 0 };
  arrival.count += 1;
  arrival.lastAtMs = performance.timeOrigin + performance.now();
  arrivals.set(mark, arrival);
}

async function openWebSocket({ url, key, forwardedFor, query }: Opening): Promise<void> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: { 'x-forwarded-for': forwardedFor },
    perMessageDeflate: false,
  });
  await once(socket, 'open');
  const authorization = `Bearer ${key}`;
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } }));
  await once(socket, 'message');
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
  socket.on('message', note).once('close', ended);
}

async function openEventStream({ url, key, forwardedFor, query }: Opening): Promise<void> {
  const headers = {
    'content-type': 'application/json',
    accept: 'text/event-stream',
    authorization: `Bearer ${key}`,
    'x-forwarded-for': forwardedFor,
  };
  const asked = request(`${url}/graphql`, { method: 'POST', agent, headers });
  asked.end(JSON.stringify({ query }));
  const [response] = (await once(asked, 'response')) as [NodeJS.ReadableStream];
  // The comment with which it begins.
  await once(response, 'data');
  response.on('data', note).once('close', ended);
}

function ended(): void {
  throw new Error('A stream has ended');
}

async function open(opening: Opening): Promise<void> {
  const openOne = opening.transport === 'WebSocket' ? openWebSocket : openEventStream;
  for (let opened = 0; opened < opening.count; opened += OPENING_AT_ONCE) {
    const some = Math.min(OPENING_AT_ONCE, opening.count - opened);
    await Promise.all(Array.from({ length: some }, () => openOne(opening)));
  }
}

async function answer(asked: ClientsRequest): Promise<ClientsAnswer> {
  if (asked.open !== undefined) await open(asked.open);
  const taken: [string, Arrival][] = [...arrivals];
  arrivals.clear();
  return { arrivals: taken };
}

process.on('message', (asked: ClientsRequest) => {
  void answer(asked).then((told) => process.send?.(told));
});
