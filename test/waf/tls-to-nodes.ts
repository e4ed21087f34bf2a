import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned, type Certificate } from '../support/client/self-signed.js';
import { Firewall } from '../support/firewall/firewall.js';
import type { Check } from './limits.js';
import { jsonHeaders, send, type Target } from './wire-requests.js';

/** The name in certificates of the tests: nginx compares it, and no address. */
const NAME = 'test';

/** With WAF_NODE_CA the firewall speaks TLS to the nodes, and asks only one whose certificate it knows. */
export async function checkTlsToNodes(certificate: Certificate): Promise<Check[]> {
  const own = selfSigned('127.0.0.1');
  let requests = 0;
  const node = createServer(own, (_request, response) => {
    requests += 1;
    response.setHeader('content-type', 'application/json').end('{}');
  });
  node.listen(0, '127.0.0.1');
  await once(node, 'listening');
  const nodes = [`https://127.0.0.1:${String((node.address() as AddressInfo).port)}`];
  const ask = async (ca: string, name: string): Promise<number> => {
    const firewall = await Firewall.start(nodes, certificate, { ca, name });
    try {
      const target: Target = { url: firewall.url, ca: certificate.cert, key: 'none' };
      const options = { method: 'POST', headers: jsonHeaders(target), body: '{"query":"{ a }"}' };
      return (await send(target, '/graphql', options)).status;
    } finally {
      await firewall.stop();
    }
  };
  try {
    const known = await ask(own.cert, NAME);
    const [stranger, misnamed] = [
      await ask(selfSigned('127.0.0.1').cert, NAME),
      await ask(own.cert, 'other'),
    ];
    return [
      ['a node with TLS is asked', known === 200 ? undefined : String(known)],
      ['one of another authority is not', stranger === 504 ? undefined : String(stranger)],
      ['nor one of another name', misnamed === 504 ? undefined : String(misnamed)],
      ['and neither of them has read a request', requests === 1 ? undefined : String(requests)],
    ];
  } finally {
    node.close();
  }
}
