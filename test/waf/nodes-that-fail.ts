import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import type { Certificate } from '../support/client/self-signed.js';
import { Firewall } from '../support/firewall/firewall.js';
import type { Check } from './limits.js';
import { jsonHeaders, send, type Target } from './wire-requests.js';

/** A server that counts the requests that it has read, and answers or resets. */
async function aNode(answer: string | undefined): Promise<Server & { requests: number }> {
  const server = Object.assign(
    createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => {
        server.requests += 1;
        if (answer === undefined) socket.resetAndDestroy();
        else socket.end(answer);
      });
    }),
    { requests: 0 },
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const GOOD = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}';
const urlOf = (server: Server): string =>
  `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

/** A request that a node has read is sent to no other: it may have bought something. */
export async function checkNodesThatFail(certificate: Certificate): Promise<Check[]> {
  const nodes = [await aNode(undefined), await aNode(undefined)] as const;
  const dead = await aNode(GOOD);
  const deadUrl = urlOf(dead);
  const living = await aNode(GOOD);
  dead.close();
  const ask = async (firewall: Firewall): Promise<number> => {
    const target: Target = { url: firewall.url, ca: certificate.cert, key: 'none' };
    const options = { method: 'POST', headers: jsonHeaders(target), body: '{"query":"{ a }"}' };
    return (await send(target, '/graphql', options)).status;
  };
  const resetting = await Firewall.start(nodes.map(urlOf), certificate);
  const half = await Firewall.start([deadUrl, urlOf(living)], certificate);
  try {
    const status = await ask(resetting);
    const read = nodes[0].requests + nodes[1].requests;
    const statuses = [await ask(half), await ask(half), await ask(half)].join(' ');
    return [
      ['a request that a node has read goes to no other', read === 1 ? undefined : String(read)],
      ['and its answer is 504', status === 504 ? undefined : String(status)],
      ['a node that is away is passed over', statuses === '200 200 200' ? undefined : statuses],
      ['each request is sent once', living.requests === 3 ? undefined : String(living.requests)],
    ];
  } finally {
    await Promise.all([resetting.stop(), half.stop()]);
    for (const server of [...nodes, living]) server.close();
  }
}
