import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import jsonwebtoken, { type Algorithm } from 'jsonwebtoken';
import type { Clock } from '../../../src/ports/clock.js';

interface IssuerKey {
  readonly kid: string;
  readonly algorithm: Algorithm;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** An OAuth issuer as far as a resource server sees it: metadata, keys, and tokens. */
export class FakeIssuer {
  readonly #server: Server;
  readonly #clock: Clock;
  /** Paths that were asked for, oldest first. */
  readonly asked: string[] = [];
  keys: IssuerKey[] = [FakeIssuer.newKey('k1')];
  /** JWKs that its set has before them. */
  otherKeys: unknown[] = [];
  /** What the metadata say beside the usual; `issuer` may be wrong. */
  metadata: object = {};
  /** Only these paths are answered; undefined: all. */
  served: readonly string[] | undefined;
  isAway = false;

  private constructor(server: Server, clock: Clock) {
    this.#server = server;
    this.#clock = clock;
    server.on('request', (request, response) => {
      const path = request.url ?? '';
      this.asked.push(path);
      if (this.isAway) {
        response.destroy();
        return;
      }
      const document = this.#documentAt(path);
      response.writeHead(document === undefined ? 404 : 200, {
        'content-type': 'application/json',
      });
      response.end(JSON.stringify(document ?? {}));
    });
  }

  static async start(clock: Clock): Promise<FakeIssuer> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new FakeIssuer(server, clock);
  }

  static newKey(kid: string, algorithm: 'RS256' | 'ES256' = 'ES256'): IssuerKey {
    const pair =
      algorithm === 'RS256'
        ? generateKeyPairSync('rsa', { modulusLength: 2_048 })
        : generateKeyPairSync('ec', { namedCurve: 'P-256' });
    return { kid, algorithm, ...pair };
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  /** How often the keys were asked for. */
  get looks(): number {
    return this.asked.filter((path) => path === '/jwks').length;
  }

  /** An access token for the gateway, right but for the changes; undefined takes a claim away. */
  token(
    audience: string,
    claims: object = {},
    {
      header = {},
      key = this.keys[0],
    }: { readonly header?: object; readonly key?: IssuerKey } = {},
  ): string {
    if (key === undefined) throw new Error('The issuer has no key');
    const now = Math.floor(this.#clock.now().getTime() / 1_000);
    const all = {
      iss: this.url,
      aud: audience,
      sub: 'user-1',
      iat: now,
      exp: now + 600,
      scope: 'openid task:read',
      tenant: 'acme',
      ...claims,
    };
    const payload = JSON.parse(JSON.stringify(all)) as object;
    const { algorithm, kid, privateKey } = key;
    const fullHeader = { alg: algorithm, typ: 'at+jwt', kid, ...header };
    return jsonwebtoken.sign(payload, privateKey, { algorithm, header: fullHeader });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #documentAt(path: string): object | undefined {
    if (this.served?.includes(path) === false) return undefined;
    if (path === '/jwks') {
      const keys = this.keys.map(({ kid, algorithm, publicKey }) => ({
        ...publicKey.export({ format: 'jwk' }),
        kid,
        alg: algorithm,
        use: 'sig',
      }));
      return { keys: [...this.otherKeys, ...keys] };
    }
    return path.startsWith('/.well-known/')
      ? { issuer: this.url, jwks_uri: `${this.url}/jwks`, ...this.metadata }
      : undefined;
  }
}
