import { spawn, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Environment } from '../../src/config/config.js';
import { selfSigned } from '../../test/support/client/self-signed.js';
import { AuditedGateway } from './audited-gateway.js';

const MAIN = 'dist/main.js';
const READY_WITHIN_MS = 300_000;
const PROBE_MS = 100;

/** The build, started with a hardened profile: TLS, free ports, the emulator and the embedded store. */
export class OwnGateway {
  readonly environment: Environment;
  readonly #folder: string;
  readonly #ca: string;
  #process: ChildProcess | undefined;
  #output = '';

  constructor() {
    const folder = mkdtempSync(join(tmpdir(), 'security-audit-'));
    const file = (name: string, text: string): string => {
      const path = join(folder, name);
      writeFileSync(path, text, { mode: 0o600 });
      return path;
    };
    const { cert, key } = selfSigned('127.0.0.1');
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const signingKeys = JSON.stringify({ keys: [privateKey.export({ format: 'jwk' })] });
    this.#folder = folder;
    this.#ca = cert;
    this.environment = {
      NODE_ENV: 'production',
      OUTPUTS_URL: 'https://outputs.example.com',
      HOST: '127.0.0.1',
      PORT: '0',
      PUBLIC_URL: 'https://gateway.example.com',
      DATA_DIR: join(folder, 'data'),
      EMULATOR: 'true',
      EMULATOR_PORT: '0',
      TLS_CERT_FILE: file('cert.pem', cert),
      TLS_KEY_FILE: file('key.pem', key),
      TOKEN_SIGNING_KEYS_FILE: file('signing.json', signingKeys),
      ENCRYPTION_KEY_FILE: file('encryption.key', randomBytes(32).toString('base64')),
      AUDIT_KEY_FILE: file('audit.key', randomBytes(32).toString('hex')),
      AUDIT_ANCHOR_FILE: join(folder, 'anchors.ndjson'),
      REQUIRE_IDEMPOTENCY_KEY: 'true',
      UNPRICED: 'refuse',
      LOG_LEVEL: 'warn',
    };
  }

  /** Resolves when it is ready. Throws, with what it has printed, when it does not become so. */
  async start(): Promise<AuditedGateway> {
    if (!existsSync(MAIN)) throw new Error(`There is no ${MAIN}: run npm run build.`);
    // Nothing is inherited but PATH: a developer's secret or database must not take part.
    const env = { PATH: process.env['PATH'], ...this.environment };
    const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#process = child;
    this.#output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (this.#output += text));
    }
    const deadline = Date.now() + READY_WITHIN_MS;
    while (Date.now() < deadline && child.exitCode === null) {
      const url = /https:\/\/127\.0\.0\.1:\d+(?=\/graphql)/.exec(this.#output)?.[0];
      if (url !== undefined) {
        const key = readFileSync(join(this.#folder, 'data/operator.key'), 'utf8').trim();
        const gateway = new AuditedGateway({ url, key, ca: this.#ca });
        const { status } = await gateway.send({ path: '/readyz' });
        if (status === 200) return gateway;
      }
      await delay(PROBE_MS);
    }
    await this.stop();
    throw new Error(`The gateway did not become ready: ${this.#output.slice(-2_000)}`);
  }

  /** Idempotent. */
  async stop(): Promise<void> {
    const child = this.#process;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
