import { MessageType, validateMessage, type SubscribeMessage } from 'graphql-ws';

/** Characters. Clients send a UUID or a counter; it is sent back with every event. */
const ID_LENGTH_MAX = 128;

/** Undefined for what is no message of the protocol. */
export function parseMessage(text: string): ReturnType<typeof validateMessage> | undefined {
  try {
    const sent: unknown = JSON.parse(text);
    const message = validateMessage(withQuery(sent));
    if ('id' in message && message.id.length > ID_LENGTH_MAX) return undefined;
    return message.type === MessageType.Subscribe ? (sent as SubscribeMessage) : message;
  } catch {
    return undefined;
  }
}

/** graphql-ws knows documents only: to it, a request that gives the id of one has an empty document. */
function withQuery(sent: unknown): unknown {
  const isSubscribe = isRecord(sent) && sent['type'] === MessageType.Subscribe;
  if (!isSubscribe || !isRecord(sent['payload'])) return sent;
  const { query, documentId } = sent['payload'];
  if (typeof documentId !== 'string' || (query ?? null) !== null) return sent;
  return { ...sent, payload: { ...sent['payload'], query: '' } };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/**
 * `authorization` in any case, at the top or under `headers`, where clients that also speak HTTP put
 * it; undefined when there is none, or several.
 */
export function authorizationOf(
  params: Readonly<Record<string, unknown>> | undefined,
): string | undefined {
  const { headers } = params ?? {};
  const isObject = typeof headers === 'object' && headers !== null;
  const entries = [...Object.entries(params ?? {}), ...(isObject ? Object.entries(headers) : [])];
  const values = entries.filter(([name]) => name.toLowerCase() === 'authorization');
  const [first, ...others] = values;
  return others.length === 0 && typeof first?.[1] === 'string' ? first[1] : undefined;
}
