import { met, notApplicable, open, type AsvsRow } from './row.js';

const NO_PASSWORDS = 'No password is stored, and no key is derived from one.';

/** V11: cryptography. V12: connections. */
export const CRYPTOGRAPHY_ROWS: readonly AsvsRow[] = [
  met('V11.1.1', 'How keys are made, kept, replaced and destroyed is documented.', [
    'docs/operating/encryption.md',
    'docs/operating/access-tokens.md',
    'docs/operating/audit-log.md',
    'docs/operating/key-rotation.md',
    'docs/operating/security-inventory.md',
  ]),
  met('V11.1.2', 'Keys, algorithms and certificates are listed.', [
    'docs/operating/security-inventory.md',
  ]),
  met(
    'V11.2.1',
    'Cryptography is that of Node and OpenSSL.',
    ['src/adapters/postgres/encryption', 'src/auth/verify-jwt.ts'],
    ['S2', 'T8'],
  ),
  met(
    'V11.2.2',
    'Keys can be replaced, and values encrypted again.',
    [
      'docs/operating/encryption.md',
      'docs/decisions/0054-a-rotation-is-a-walk-that-may-be-ended-anywhere.md',
    ],
    ['S2', 'test/contract/encryption/key-rotation.test.ts', 'M21'],
  ),
  open(
    'V11.2.3',
    'All cryptography has 128 bits of security.',
    'RSA keys of 2,048 bits (112 bits of security) are accepted for certificates and for tokens of issuers, because common issuers still sign with them. All keys that the gateway makes have 128 bits or more.',
  ),
  met(
    'V11.3.1',
    'No weak modes or paddings encrypt.',
    ['src/adapters/postgres/encryption'],
    ['S2', 'S3'],
  ),
  met(
    'V11.3.2',
    'Values are encrypted with AES-256-GCM.',
    ['src/adapters/postgres/encryption'],
    ['S2'],
  ),
  met(
    'V11.3.3',
    'An encrypted value that was changed or moved is refused.',
    ['src/adapters/postgres/encryption'],
    ['S2', 'test/contract/encryption/sealed-columns.test.ts'],
  ),
  met(
    'V11.4.1',
    'SHA-256 and HMAC-SHA-256 are used wherever security depends on a hash.',
    ['src/domain/tenant/api-key.ts', 'docs/operating/security-inventory.md'],
    ['test/contract/audit-log.test.ts', 'test/unit/domain/api-key.test.ts'],
  ),
  notApplicable('V11.4.2', 'Passwords are hashed slowly.', NO_PASSWORDS),
  met(
    'V11.4.3',
    'Hashes in signatures and seals have 256 bits.',
    ['src/domain/tenant/jwt-algorithm.ts', 'docs/operating/audit-log.md'],
    ['T8', 'test/contract/audit-log.test.ts'],
  ),
  notApplicable('V11.4.4', 'Keys from passwords are stretched.', NO_PASSWORDS),
  met(
    'V11.5.1',
    'Secrets are random, with 128 bits or more. Ids are no secrets.',
    ['src/domain/tenant/api-key.ts'],
    ['T11', 'M3'],
  ),
  met(
    'V11.6.1',
    'Keys that sign are made and checked by approved algorithms.',
    ['src/services/tokens', 'src/domain/tenant/jwt-algorithm.ts'],
    ['T8', 'test/security/signing-keys.test.ts'],
  ),
  met(
    'V12.1.1',
    'TLS 1.2 and 1.3 only.',
    ['src/http/connections/tls-server.ts', 'deploy/waf/nginx.conf.template'],
    ['S3', 'test/waf/limits.ts'],
  ),
  met(
    'V12.1.2',
    'Only strong, forward secret suites, in the order of the server.',
    ['src/http/connections/tls-server.ts'],
    ['S3'],
  ),
  met(
    'V12.1.3',
    'Client certificates are verified, and open nothing by themselves.',
    ['src/http/connections/tls-server.ts', 'src/http/requests/request-admission.ts'],
    ['test/security/tls.test.ts'],
  ),
  met(
    'V12.2.1',
    'Clients reach the gateway by TLS only.',
    ['src/http/requests/request-admission.ts'],
    ['C8'],
  ),
  open(
    'V12.2.2',
    'Certificates are publicly trusted.',
    'The operator chooses the certificate. The audit of a running address reports one that is not publicly trusted or ends soon.',
  ),
  open(
    'V12.3.1',
    'All connections are encrypted.',
    'Connections to clients, Runway and issuers are. To Postgres and Redis the operator chooses, because sockets and sidecars of the same machine need no TLS; the audit reports an address without it. From a firewall to the nodes it is plain unless WAF_NODE_CA is set. No connection falls back.',
  ),
  met(
    'V12.3.2',
    'Certificates of servers are verified.',
    [
      'src/adapters/outward/undici-outward-http.ts',
      'src/adapters/postgres/connection/database-tls.ts',
    ],
    ['S3', 'F5', 'test/e2e/extra-authority.test.ts'],
  ),
  open(
    'V12.3.3',
    'Services of the installation reach each other over HTTP by TLS.',
    'Calls to issuers use TLS, and so do those to Runway, which production demands. The firewall of deploy/waf speaks plain HTTP to the nodes unless WAF_NODE_CA is set: compose.yaml keeps that hop on a network that no other container but these shares.',
  ),
  met(
    'V12.3.4',
    'An own authority can be named for Postgres, and then only it is trusted.',
    ['src/adapters/postgres/connection/database-tls.ts', 'docs/operating/tls-and-proxies.md'],
    ['test/contract/database-tls.test.ts'],
  ),
];
