import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import {
  EventStreamReader,
  jsonHeaders,
  ProtocolSocket,
  type Request,
} from '../../support/client/wire.js';
import type { Holder } from './world.js';

/** The outcome of one request. */
export interface Outcome {
  readonly kind: 'answered' | 'cut';
  readonly status: number;
  readonly text: string;
}

const CUT: Outcome = { kind: 'cut', status: 0, text: '' };

/** How long a client stays: to the end, or so many milliseconds (0: a turn of the event loop). */
export type Patience = number | 'to the end';

/** One query or mutation, which its client may leave behind. */
export async function send(
  { tenant: { url, key } }: Holder,
  request: Request,
  patience: Patience,
): Promise<Outcome> {
  const leaving = new AbortController();
  const asked = fetch(`${url}/graphql`, {
    method: 'POST',
    headers: jsonHeaders(key),
    body: JSON.stringify(request),
    signal: leaving.signal,
  }).then(async (response): Promise<Outcome> => {
    return { kind: 'answered', status: response.status, text: await response.text() };
  });
  if (patience !== 'to the end') void leave(leaving, patience);
  try {
    return await asked;
  } catch (error) {
    if (leaving.signal.aborted) return CUT;
    throw error;
  }
}

/** One subscription on a socket of its own: its first message, unless the client leaves before. */
export async function follow(
  { tenant: { url, key } }: Holder,
  request: Request,
  patience: Patience,
): Promise<Outcome> {
  const socket = await ProtocolSocket.connect(url, key);
  try {
    socket.send({ id: '1', type: 'subscribe', payload: request });
    if (patience !== 'to the end') {
      await pause(patience);
      return CUT;
    }
    return { kind: 'answered', status: 200, text: JSON.stringify(await socket.next()) };
  } finally {
    socket.close();
  }
}

/** The same by server-sent events. */
export async function stream(
  { tenant: { url, key } }: Holder,
  request: Request,
  patience: Patience,
): Promise<Outcome> {
  const reader = await EventStreamReader.open(url, key, request);
  try {
    if (patience !== 'to the end') {
      await pause(patience);
      return CUT;
    }
    return { kind: 'answered', status: reader.status, text: JSON.stringify(await reader.next()) };
  } finally {
    reader.close();
  }
}

async function leave(leaving: AbortController, ms: number): Promise<void> {
  await pause(ms);
  leaving.abort();
}

async function pause(ms: number): Promise<void> {
  await (ms === 0 ? setImmediate() : wait(ms));
}
