import { isIPv4, isIPv6 } from 'node:net';
import proxyAddr from 'proxy-addr';
import { isWebOrigin } from '../../domain/origin.js';
import { choice, file, integer, list, openFlag, text } from '../setting-types.js';

function isHost(text: string): boolean {
  return isIPv4(text) || isIPv6(text) || /^[a-z0-9.-]+$/i.test(text);
}

/**
 * A number of hops and a range of all addresses are refused: with either, a client could choose the
 * address that its requests are counted by.
 */
function isProxySubnet(text: string): boolean {
  if (/^\d+$/.test(text)) return false;
  try {
    proxyAddr.compile(text);
    return true;
  } catch {
    return false;
  }
}

export const serverSettings = {
  host: text('HOST', {
    type: 'address or host name',
    default: '127.0.0.1',
    check: { accepts: isHost, error: 'must be an address or a host name.' },
    text: 'Address to listen on; 0.0.0.0 or :: for all.',
    inProduction:
      'plain http is refused, unless TLS_CERT_FILE is set or a trusted proxy reports https. Health checks need no TLS.',
  }),
  port: integer('PORT', {
    default: 4000,
    min: 0,
    max: 65_535,
    text: 'TCP port; 0 for any free port.',
  }),
  trustedProxies: list('TRUSTED_PROXIES', {
    type: 'list of subnets, comma-separated',
    check: {
      accepts: (subnets) => subnets.every(isProxySubnet),
      error: 'must list subnets (10.0.0.0/8), addresses, loopback, linklocal or uniquelocal.',
    },
    whenEmpty: 'no proxy is trusted',
    text: 'Proxies whose X-Forwarded-… headers the gateway believes: 10.0.0.0/8, an address, loopback, linklocal or uniquelocal. All clients behind a proxy that is not listed count as one address.',
  }),
  nodeEnv: choice('NODE_ENV', ['development', 'production', 'test'], {
    default: 'development',
    text: 'production refuses insecure settings and demands some others; each setting names its demand.',
  }),
  corsOrigins: list('CORS_ORIGINS', {
    type: 'list of origins, comma-separated',
    check: {
      accepts: (origins) => origins.every(isWebOrigin),
      error:
        'must list exact origins such as https://app.example.com, with commas between them: no path, no wildcard.',
    },
    whenEmpty: 'localhost and 127.0.0.1 on any port',
    inProduction: 'empty allows no origin.',
    text: 'Exact origins of the web pages that may call, such as https://app.example.com. They hold for CORS and for WebSockets.',
  }),
  tls: {
    certFile: file('TLS_CERT_FILE', {
      whenEmpty: 'no TLS',
      text: "The server's certificate in PEM, with the intermediate certificates. With it the server speaks TLS 1.2 and 1.3 and no plain http. The gateway reads the file again when it changes and keeps open connections.",
    }),
    keyFile: file('TLS_KEY_FILE', {
      text: 'The private key of TLS_CERT_FILE in PEM. The two are set together.',
    }),
    clientCaFile: file('TLS_CLIENT_CA_FILE', {
      whenEmpty: 'clients need no certificate',
      text: 'Authorities in PEM. Every client must then show a certificate of one of them, beside its credential.',
    }),
  },
  logLevel: choice('LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
    default: 'info',
    text: 'The lowest level that is logged.',
  }),
  logFormat: choice('LOG_FORMAT', ['auto', 'json', 'pretty'], {
    default: 'auto',
    text: 'auto writes readable lines when standard output is a terminal, and JSON elsewhere.',
  }),
  logRequestsPercent: integer('LOG_REQUESTS_PERCENT', {
    default: 100,
    min: 0,
    max: 100,
    unit: 'percent',
    text: 'Share of successful requests that are logged at info; the others are logged at debug. Refused and failed requests are always logged at info.',
  }),
  sandbox: openFlag('SANDBOX', {
    whenEmpty: 'true, but false in production',
    text: 'Serves Apollo Sandbox at GET /graphql (Altair where Apollo cannot be reached), and introspection and the SDL to every viewer. When false, introspection needs the scope schema:read.',
  }),
  trustedDocuments: {
    mode: choice('TRUSTED_DOCUMENTS', ['off', 'prefer', 'only'], {
      default: 'off',
      text: 'off: clients send documents. prefer: they may send the id of a trusted document instead. only: they must.',
    }),
    file: file('TRUSTED_DOCUMENTS_FILE', {
      text: 'The manifest of trusted documents, as `npm run codegen` writes it: a JSON object of texts by id. The gateway reads it again when it changes. Set together with TRUSTED_DOCUMENTS=prefer or only.',
    }),
  },
};
