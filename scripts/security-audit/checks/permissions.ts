import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { SCOPES, type Scope } from '../../../src/domain/tenant/scope.js';
import type { Operation } from '../../../src/operations/operation.js';
import { operations } from '../../../src/operations/operations.js';
import { leastDocument } from '../../../test/support/client/least-document.js';
import type { AuditedGateway } from '../audited-gateway.js';
import type { Check } from '../check.js';
import { notRun, type Finding } from '../finding.js';

const ROWS: readonly (readonly [string, Operation])[] = Object.entries(operations);

/** The key of each scope ends by itself, should the audit not come to its end. */
const KEY_MS = 3_600_000;

/** A refused request costs its key a place in its second. */
const PAUSE_MS_MAX = 5_000;

const CREATE_TENANT =
  'mutation ($id: ID!) { createTenant(input: { id: $id, name: "security audit" }) { tenant { id } } }';
const DELETE_TENANT = 'mutation ($id: ID!) { deleteTenant(id: $id) { id } }';
const CREATE_KEY =
  'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { credential } }';

/** For each scope a key that has it alone. */
type Keys = ReadonlyMap<Scope, string>;

export const permissionsCheck: Check = {
  name: 'permissions',
  title: 'each root field with each scope that does not open it',
  asvs: ['V8.2.1', 'V8.3.1'],
  run: async (context) => {
    const gateway = await context.gateway();
    if (gateway.key === undefined) {
      return {
        findings: [notRun('the matrix of permissions', 'No --key-file.', 'high')],
        seen: [],
      };
    }
    const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
    const tenant = `audit-${Date.now().toString(36)}`;
    await gateway.ask(CREATE_TENANT, { id: tenant });
    try {
      const keys = await keysOf(gateway, tenant);
      const findings = [...unlisted(schema), ...(await unknownField(gateway))];
      const rows: string[][] = [];
      for (const [name, row] of ROWS) {
        const opened = await openedBy(gateway, keys, leastDocument(schema, name, row), row);
        rows.push([name, row.root, row.scope, opened.length === 0 ? 'refused' : opened.join(', ')]);
        if (opened.length > 0) findings.push(finding(name, row, opened));
      }
      const tried = `${String(ROWS.length)} fields, each without a credential and with a key of each of the ${String(SCOPES.length)} scopes but its own.`;
      const head = ['field', 'root', 'scope', 'with any other scope, or none'];
      return { findings, seen: [tried], table: { head, rows } };
    } finally {
      await gateway.ask(DELETE_TENANT, { id: tenant });
    }
  },
};

function finding(name: string, { scope }: Operation, opened: readonly string[]): Finding {
  return {
    severity: 'critical',
    text: `${name} needs ${scope} and is not refused with ${opened.join(', ')}.`,
    remedy: 'See src/policy/permissions.ts.',
  };
}

async function keysOf(gateway: AuditedGateway, tenant: string): Promise<Keys> {
  const keys = new Map<Scope, string>();
  const expiresAt = new Date(Date.now() + KEY_MS).toISOString();
  for (const scope of SCOPES) {
    const name = scope.replaceAll(':', '_').toUpperCase();
    const input = { tenant, scopes: [name], name: `security audit: ${scope}`, expiresAt };
    const { createApiKey } = await gateway.ask<{ createApiKey: { credential: string } }>(
      CREATE_KEY,
      { input },
    );
    keys.set(scope, createApiKey.credential);
  }
  return keys;
}

/** Scopes, or `none`, with which the field was not refused although it should have been. */
async function openedBy(
  gateway: AuditedGateway,
  keys: Keys,
  query: string,
  { root, scope }: Operation,
): Promise<string[]> {
  const accept = root === 'Subscription' ? 'text/event-stream' : 'application/json';
  const wrong: readonly (readonly [string, string | undefined])[] = [
    ['none', undefined],
    ...(scope === 'viewer' ? [] : [...keys].filter(([name]) => name !== scope)),
  ];
  const answers = await Promise.all(
    wrong.map(async ([name, key]) => {
      const expected = key === undefined ? 'UNAUTHENTICATED' : 'FORBIDDEN';
      return (await codeOf(gateway, { query, key, accept })) === expected ? [] : [name];
    }),
  );
  return answers.flat();
}

/** The code of the first error; `none` when there is none. Waits where a limit asks for it. */
async function codeOf(
  gateway: AuditedGateway,
  { query, key, accept }: { query: string; key: string | undefined; accept: string },
): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const { status, headers, text } = await gateway.post({ query }, key, { accept });
    if ((status !== 429 && status !== 503) || attempt === 5) {
      return /"code":\s*"(\w+)"/.exec(text)?.[1] ?? 'none';
    }
    const waitMs = Math.min(Number(headers['retry-after'] ?? 1) * 1_000, PAUSE_MS_MAX);
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}

/** Fields of the schema without a row have no rule. */
function unlisted(schema: GraphQLSchema): Finding[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const names = roots.flatMap((type) => Object.keys(type?.getFields() ?? {}));
  return names
    .filter((name) => !Object.hasOwn(operations, name))
    .map((name) => ({
      severity: 'critical',
      text: `${name} has no row in the table of operations.`,
      remedy: 'Enter it in src/operations/.',
    }));
}

async function unknownField(gateway: AuditedGateway): Promise<Finding[]> {
  const { status } = await gateway.post({ query: '{ noSuchField { id } }' }, gateway.key);
  if (status === 400) return [];
  const text = `A field that does not exist gets status ${String(status)}.`;
  return [{ severity: 'medium', text, remedy: 'See src/policy/check-document.ts.' }];
}
