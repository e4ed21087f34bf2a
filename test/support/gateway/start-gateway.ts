import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import type { Machine } from '../../../src/app/machine.js';
import { startApp, type App } from '../../../src/app/start-app.js';
import { readConfig, type Config, type Environment } from '../../../src/config/config.js';
import type { Emulator } from '../../../src/emulator/server/start-emulator.js';
import type { InputIssue, RunwayReply } from '../../../src/errors.js';
import type { ErrorCode } from '../../../src/error-registry.js';
import {
  CreateApiKeyDocument,
  CreateTenantDocument,
  type Scope,
} from '../../../client/src/generated/graphql.js';
import { auditKeyFile } from '../audit/audit-key-file.js';
import { lentPglite, pgliteTemplate, silentLog } from '../store/database.js';
import { TEST_KEY } from '../store/key-ring.js';
import { findBookFaults } from '../store/books.js';
import { findLedgerFaults } from '../store/ledger.js';
import { NO_ALERTS } from './no-alerts.js';
import { WIDE_LIMITS } from './wide-limits.js';
import { answered, type AnsweredData } from '../client/answered.js';

export interface Answer<Data = Record<string, unknown>> {
  readonly data?: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: {
      readonly code: ErrorCode;
      readonly requestId: string;
      readonly retryable: boolean;
      readonly retryAfterMs?: number;
      readonly issues?: readonly InputIssue[];
      readonly runway?: RunwayReply;
      readonly requiredScopes?: readonly string[];
    };
  }[];
}

/** A gateway with its emulator on free ports, embedded database and all. */
export class TestGateway {
  readonly url: string;
  readonly operatorKey: string;
  readonly #app: App;
  readonly dataDir: string;
  readonly #ledgerFaults: readonly unknown[];

  constructor(app: App, dataDir: string, operatorKey: string, ledgerFaults: readonly unknown[]) {
    this.#app = app;
    this.dataDir = dataDir;
    this.#ledgerFaults = ledgerFaults;
    this.url = app.url;
    this.operatorKey = operatorKey;
  }

  /** Throws when the environment named another Runway. */
  get emulator(): Emulator {
    const { emulator } = this.#app;
    if (emulator === undefined) throw new Error('The test gateway has no emulator');
    return emulator;
  }

  /** What Prometheus reads. Throws without METRICS_PORT. */
  async scrape(): Promise<string> {
    const { metricsUrl } = this.#app;
    if (metricsUrl === undefined) throw new Error('The test gateway has no metrics');
    return await (await fetch(metricsUrl)).text();
  }

  get metricsUrl(): string | undefined {
    return this.#app.metricsUrl;
  }

  /** POST /graphql as it would come from anywhere; null: without a credential. */
  async post(
    body: unknown,
    key: string | null = this.operatorKey,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    return await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        ...headers,
      },
      body: JSON.stringify(body),
    });
  }

  /** The answer to a typed document, errors included. */
  async ask<Data, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    key?: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer<Data>> {
    const response = await this.post({ query: print(document), variables }, key, headers);
    const answer = (await response.json()) as Answer<Data> & { readonly extensions?: unknown };
    // What it cost depends on what its caller has spent before.
    const { extensions: _cost, ...rest } = answer;
    return rest;
  }

  /** The data of an answer that has no errors. */
  async data<Data, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    key?: string,
  ): Promise<AnsweredData<Data>> {
    return answered(await this.ask(document, variables, key));
  }

  /** A new tenant's key with these scopes. */
  async keyOf(tenant: string, scopes: Scope[]): Promise<string> {
    await this.data(CreateTenantDocument, { input: { id: tenant, name: tenant } });
    const { createApiKey } = await this.data(CreateApiKeyDocument, { input: { tenant, scopes } });
    return createApiKey.credential;
  }

  /** Throws when the ledger did not hold at the end. */
  async stop(): Promise<void> {
    await this.#app.stop();
    await rm(this.dataDir, { recursive: true, force: true });
    expect(this.#ledgerFaults).toEqual([]);
  }
}

/**
 * Free ports, no terminal, nothing of the machine's environment but what is given. `limits`: values that a
 * setting does not take, because they are too small for a real gateway.
 */
export async function startGateway(
  environment: Environment = {},
  machine: Machine = {},
  limits: Partial<Config> = {},
): Promise<TestGateway> {
  const dataDir = await mkdtemp(join(tmpdir(), 'gateway-'));
  const read = readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    EMULATOR_PORT: '0',
    DATA_DIR: dataDir,
    BOOTSTRAP_API_KEY: OPERATOR_KEY,
    ENCRYPTION_KEY: TEST_KEY,
    // Copies go on in the background: suites that are about them switch them on.
    ARCHIVE: 'off',
    ...WIDE_LIMITS,
    ...NO_ALERTS,
    ...(environment['NODE_ENV'] === 'production' && {
      AUDIT_KEY_FILE: auditKeyFile(),
      OUTPUTS_URL: 'https://outputs.example.com',
    }),
    ...environment,
  });
  const config = { ...read, ...limits };
  const ledgerFaults: unknown[] = [];
  const app = await startApp(config, {
    log: silentLog,
    audit: async (database) => {
      ledgerFaults.push(...(await findLedgerFaults(database)), ...(await findBookFaults(database)));
    },
    // A suite that names the folder of its database starts one there.
    ...(environment['DATA_DIR'] === undefined
      ? { startPglite: lentPglite }
      : { databaseTemplate: await pgliteTemplate() }),
    // Its clients are gone, or know that it stops.
    httpLimits: { idleGraceMs: 0 },
    ...machine,
  });
  return new TestGateway(app, dataDir, OPERATOR_KEY, ledgerFaults);
}

const OPERATOR_KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';
