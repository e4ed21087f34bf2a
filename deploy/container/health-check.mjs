// Rule: ends with 0 when the gateway of this container answers at /healthz, else with 1. It reads the
// settings that the gateway reads. The certificate is not verified: it names the gateway's public
// name, and the peer is this container. Where clients must show a certificate, which this program has
// none of, a handshake that gets as far as the server's own certificate says that the process lives.
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:tls';

const WITHIN_MS = 4_000;

const { PORT = '4000', TLS_CERT_FILE = '', TLS_CLIENT_CA_FILE = '' } = process.env;
const peer = { host: '127.0.0.1', port: Number(PORT), rejectUnauthorized: false };

function end(isHealthy, why) {
  if (!isHealthy) process.stderr.write(`${why}\n`);
  process.exit(isHealthy ? 0 : 1);
}

setTimeout(() => end(false, `No answer within ${String(WITHIN_MS)} ms.`), WITHIN_MS);

if (TLS_CLIENT_CA_FILE !== '') {
  connect(peer, () => end(true)).on('error', (error) => end(false, error.message));
} else {
  const request = TLS_CERT_FILE === '' ? httpRequest : httpsRequest;
  request({ ...peer, path: '/healthz' }, ({ statusCode }) =>
    end(statusCode === 200, `/healthz answered ${String(statusCode)}.`),
  )
    .on('error', (error) => end(false, error.message))
    .end();
}
