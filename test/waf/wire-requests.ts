import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { request, type RequestOptions } from 'node:https';
import { checkServerIdentity } from 'node:tls';
import type { BenignRequest } from './benign-requests.js';
import type { HostileRequest } from './hostile-requests.js';

/** Whom the answer came from, as its request id tells: the gateway's are UUIDs. */
export interface JudgedAnswer {
  readonly status: number;
  readonly by: 'gateway' | 'firewall';
  readonly requestId: string;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

export interface Target {
  /** https://127.0.0.1:… */
  readonly url: string;
  /** PEM of the certificate's authority. */
  readonly ca: string;
  readonly key: string;
}

const ANSWER_BYTES_MAX = 4_096;

/** A request with exactly these headers beside Host; only the beginning of the answer is read. */
export async function send(
  { url, ca }: Target,
  path: string,
  options: RequestOptions & { readonly body?: string },
): Promise<JudgedAnswer> {
  const { hostname, port } = new URL(url);
  const { body, headers, ...rest } = options;
  const sent = request({
    hostname,
    port,
    path,
    ca,
    agent: false,
    // The certificate is for the address, whatever the request names as its host.
    checkServerIdentity: (_name, certificate) => checkServerIdentity(hostname, certificate),
    ...rest,
    headers: { host: 'gateway.example', ...(headers as OutgoingHttpHeaders | undefined) },
  });
  const response = await new Promise<IncomingMessage>((answer, fail) => {
    sent.on('response', answer).on('error', fail);
    // A body that is refused by its length is not sent.
    if (body === undefined && headers !== undefined && 'content-length' in headers) {
      sent.flushHeaders();
    } else sent.end(body);
  });
  let text = '';
  response.on('error', () => undefined);
  for await (const chunk of response) {
    text += String(chunk);
    const isStream = response.headers['content-type']?.startsWith('text/event-stream') === true;
    if (isStream || text.length > ANSWER_BYTES_MAX) break;
  }
  sent.destroy();
  const requestId = String(response.headers['x-request-id']);
  return {
    status: response.statusCode ?? 0,
    by: /^[0-9a-f]{32}$/.test(requestId) ? 'firewall' : 'gateway',
    requestId,
    headers: response.headers,
    text,
  };
}

export function sendBenign(
  target: Target,
  { body, isStream }: BenignRequest,
): Promise<JudgedAnswer> {
  return send(target, '/graphql', {
    method: 'POST',
    headers: {
      ...jsonHeaders(target),
      ...(isStream === true && { accept: 'text/event-stream' }),
    },
    body: JSON.stringify(body),
  });
}

export function jsonHeaders({ key }: Target): Record<string, string> {
  return { 'content-type': 'application/json', authorization: `Bearer ${key}` };
}

const TASK = { query: 'query Task($id: ID!) { task(id: $id) { id } }', operationName: 'Task' };

/** A request that would be an ordinary one, but for the hostile text at its place. */
export function sendHostile(
  target: Target,
  { place, text }: HostileRequest,
): Promise<JudgedAnswer> {
  const headers = jsonHeaders(target);
  const body: Record<string, unknown> = { ...TASK, variables: { id: '1' } };
  const post = (of: Readonly<Record<string, unknown>>): Promise<JudgedAnswer> =>
    send(target, '/graphql', {
      method: 'POST',
      headers,
      body: JSON.stringify({ ...body, ...of }),
    });
  const postWith = (
    more: Readonly<Record<string, string>>,
    path = '/graphql',
  ): Promise<JudgedAnswer> =>
    send(target, path, {
      method: 'POST',
      headers: { ...headers, ...more },
      body: JSON.stringify(body),
    });
  const written = encodeURIComponent(text);
  switch (place) {
    case 'query':
      return postWith({}, `/graphql?probe=${written}`);
    case 'queryName':
      return postWith({ referer: 'https://elsewhere.example/' }, `/graphql?${written}=1`);
    case 'path':
      return postWith({}, /%/.test(text) ? text : encodeURI(text));
    case 'cookie':
      return postWith({ cookie: `theme=${text.replaceAll(';', '%3B')}` });
    case 'cookieName':
      return postWith({ cookie: `${text}=1` });
    case 'userAgent':
      return postWith({ 'user-agent': text });
    case 'referer':
      return postWith({ referer: text });
    case 'header':
      return postWith({ 'x-probe': text });
    case 'wholeHeader': {
      const [name = '', ...value] = text.split(': ');
      return postWith({ [name.toLowerCase()]: value.join(': ') });
    }
    case 'method':
      return send(target, '/graphql', { method: text, headers, body: JSON.stringify(body) });
    case 'operationName':
      return post({ operationName: text });
    case 'idVariable':
      return post({ variables: { id: text } });
    case 'extensions':
      return post({ extensions: { note: text } });
    case 'unknownMember':
      return post({ probe: text });
    case 'unknownMemberName':
      return post({ [text]: 1 });
    case 'form':
      return send(target, '/graphql', {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: `probe=${written}`,
      });
    case 'fileName':
      return send(target, '/graphql', {
        method: 'POST',
        headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x' },
        body: `--x\r\nContent-Disposition: form-data; name="f"; filename="${text}"\r\n\r\na\r\n--x--\r\n`,
      });
  }
}
