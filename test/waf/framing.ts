import { once } from 'node:events';
import { connect } from 'node:tls';
import type { Check } from './limits.js';
import type { Target } from './wire-requests.js';

const BODY = '{"query":"{ viewer { __typename } }"}';

/** Headers that two readers could take for two different lengths of the body. */
const AMBIGUOUS: Readonly<Record<string, readonly string[]>> = {
  'a length and chunks': [`Content-Length: ${String(BODY.length)}`, 'Transfer-Encoding: chunked'],
  'two lengths': [`Content-Length: ${String(BODY.length)}`, 'Content-Length: 4'],
  'a length that is no number': ['Content-Length: 0x10'],
  'an encoding that is not known': ['Transfer-Encoding: xchunked'],
  'a space before the colon': [`Content-Length : ${String(BODY.length)}`],
};

/** The status line of the answer to exactly these headers. */
async function statusOf({ url, ca, key }: Target, headers: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), ca });
  socket.on('error', () => undefined);
  await once(socket, 'secureConnect');
  const all = [
    'POST /graphql HTTP/1.1',
    `Host: ${hostname}`,
    `Authorization: Bearer ${key}`,
    'Content-Type: application/json',
    ...headers,
  ];
  socket.write(`${all.join('\r\n')}\r\n\r\n${BODY}`);
  let text = '';
  for await (const chunk of socket.setEncoding('utf8')) {
    text += String(chunk);
    if (text.includes('\r\n')) break;
  }
  socket.destroy();
  return text.split('\r\n')[0] ?? '';
}

/** Requests whose end is unclear stop at the firewall: they could smuggle a second one past it. */
export async function checkFraming(target: Target): Promise<Check[]> {
  const checks: Check[] = [];
  const good = await statusOf(target, [`Content-Length: ${String(BODY.length)}`]);
  checks.push(['a plain body passes', good.includes(' 200 ') ? undefined : good]);
  for (const [name, headers] of Object.entries(AMBIGUOUS)) {
    const status = await statusOf(target, headers);
    const isRefused = / (?:400|411|501) /.test(status);
    checks.push([`${name}: refused`, isRefused ? undefined : status]);
  }
  return checks;
}
