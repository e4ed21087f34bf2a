// Guarantee: each security event, spending and change leaves one record that says who, what, where and
// with which verdict, in the transaction of the change where there is one, and nothing that was said.
import { print } from 'graphql';
import { sql } from 'kysely';
import type { PostgresPool } from 'kysely';
import { parseApiKey } from '../../src/domain/tenant/api-key.js';
import type { WrapPool } from '../../src/adapters/postgres/connection/database.js';
import { kyselyOver } from '../../src/adapters/postgres/connection/kysely-over.js';
import type { Stores } from '../../src/adapters/postgres/stores.js';
import type { AuditRecord } from '../../src/domain/audit.js';
import { auditedAs } from '../../src/operations/audited.js';
import { operations, type OperationName } from '../../src/operations/operations.js';
import { readChainKeys } from '../../src/app/open-audit.js';
import { checkChain } from '../../src/services/audit/chain-check.js';
import {
  AdjustCostDocument,
  AuditEventsDocument,
  CorrectTaskDocument,
  CreateApiKeyDocument,
  CreateTextToVideoDocument,
  LiftAlertAnswerDocument,
  ResolveTaskDocument,
  ResubmitTaskDocument,
  RevokeUnusedKeysDocument,
  TaskDocument,
} from '../../client/src/generated/graphql.js';
import { EVERY_ALERT } from '../support/gateway/no-alerts.js';
import { makeEverything } from '../support/store/every-statement.js';
import { anAuditRecord } from '../support/audit/audit.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { guessIds, untilAlerts } from '../support/client/alerts.js';
import { aVideo } from '../support/client/inputs.js';
import { createVideo } from '../support/client/tasks.js';
import { ProtocolSocket } from '../support/client/wire.js';
import { placeOf } from './isolation/matrix.js';
import { ownCalls } from './isolation/own-calls.js';
import { Stage, type Tenant } from './isolation/stage.js';
import { pathsOf } from './isolation/variables.js';
import type { Holder } from './isolation/world.js';

/**
 * Calls that change nothing: no secret is stored when it is removed, the tenant has the thing already,
 * and no key is unused for so long.
 */
const NEVER_STRUCK: readonly string[] = [
  'removeRunwayCredential',
  'removeOperatorCredential',
  'grantResource',
  'revokeUnusedKeys',
];

/** The stage of one gateway, and its store. */
class Audited {
  stores: Stores | undefined;
  pool: PostgresPool | undefined;

  readonly machine = {
    wrapStores: (stores: Stores): Stores => (this.stores = stores),
    wrapPool: ((pool) => (this.pool = pool)) satisfies WrapPool,
    httpLimits: { idleGraceMs: 0 },
  };

  get log(): Stores['audit'] {
    if (this.stores === undefined) throw new Error('The gateway has not started');
    return this.stores.audit;
  }

  async run(statement: string): Promise<void> {
    if (this.pool === undefined) throw new Error('The gateway has not started');
    await sql.raw(statement).execute(kyselyOver(this.pool));
  }

  async records(): Promise<readonly AuditRecord[]> {
    const found: AuditRecord[] = [];
    let after: { at: Date; id: string } | null = null;
    for (;;) {
      const page = await this.log.list(null, {}, { first: 1_000, after });
      found.push(...page.records.map(({ record }) => record));
      const last = found.at(-1);
      if (!page.hasNextPage || last === undefined) return found;
      after = last;
    }
  }
}

const DAY_MS = 86_400_000;

const MUTATIONS = (Object.keys(operations) as OperationName[]).filter(
  (name) => operations[name].root === 'Mutation',
);

/** Those that end a tenant come last. */
const inOrder = [...MUTATIONS].sort((one, other) => rank(one) - rank(other));

function rank(name: string): number {
  const { consumes = false } = placeOf(name) ?? {};
  if (/^(?:suspend|delete)Tenant$/.test(name)) return 3;
  if (name === 'revokeResource') return 2;
  return consumes ? 1 : 0;
}

describe('The audit records of a gateway', () => {
  const audited = new Audited();
  const clock = new FakeClock();
  let stage: Stage;
  let holder: Holder;
  let operator: Tenant;
  beforeAll(async () => {
    const environment = { ...EVERY_ALERT, ALERT_ANSWERS: 'id_enumeration:throttle' };
    stage = await Stage.start(clock, environment, audited.machine);
    holder = await makeEverything(stage, clock);
    operator = { ...holder.tenant, url: stage.gateway.url, key: stage.gateway.operatorKey };
  }, 300_000);
  afterAll(() => stage.stop());

  const by = (name: OperationName): Tenant =>
    operations[name].scope === 'operator' ? operator : holder.tenant;

  const callsOf = (name: OperationName) => ownCalls(stage.field(name), placeOf(name) ?? {}, holder);

  /** What operators decide of a task whose answer was lost, and its owner of it after that. */
  async function decide(): Promise<void> {
    const { gateway } = stage;
    const path = '/v1/text_to_video';
    gateway.emulator.setFault({ path, times: 1, status: 500, body: {} });
    const { id } = await createVideo(gateway, {}, gateway.operatorKey);
    await gateway.data(ResolveTaskDocument, { id, input: { notSubmitted: true } });
    await gateway.data(CorrectTaskDocument, { id, input: { credits: 1 } });
    await gateway.data(ResubmitTaskDocument, { id });
    const input = { tenant: 'default', scopes: ['TASK_READ' as const], name: 'unused' };
    await gateway.data(CreateApiKeyDocument, { input });
    const live = await createVideo(gateway, {}, gateway.operatorKey);
    // Of a status that may be a live one, until it is older than any task gets.
    const body = { id: live.runwayTaskId, status: 'DREAMING' };
    gateway.emulator.setFault({ method: 'GET', path: '/v1/tasks/{id}', body });
    await clock.leap(2 * DAY_MS);
    await gateway.data(ResolveTaskDocument, { id: live.id, input: { ended: true } });
    gateway.emulator.clearFaults();
    await gateway.data(AdjustCostDocument, { id: live.id, credits: 1 });
    await gateway.data(RevokeUnusedKeysDocument, { days: 1 });
    await liftAnswer();
  }

  /** Of an alert about a caller that has searched for ids. */
  async function liftAnswer(): Promise<void> {
    const { gateway } = stage;
    await guessIds(gateway, await gateway.keyOf('mallory', ['TASK_READ']), 50);
    const about = { tenant: 'mallory' };
    const [alert] = await untilAlerts(gateway, clock, 'id_enumeration', 1, about);
    await gateway.data(LiftAlertAnswerDocument, { id: alert?.id ?? '' });
  }

  /** Until what was noted is written. */
  const settle = () => clock.advance(2_000);

  it('L1: no change is kept whose record cannot be written', async () => {
    await audited.run(`create function strike() returns trigger language plpgsql as
      $$ begin raise exception 'struck'; end $$`);
    await audited.run(`create trigger strike before insert on audit_events
      for each row when (new.verdict in ('DONE', 'ACCEPTED')) execute function strike()`);
    const kept: string[] = [];
    for (const name of inOrder.filter((one) => auditedAs(one)?.with === 'change')) {
      // What Runway does first cannot be taken back.
      if (/^delete(?!Tenant$)/.test(name)) continue;
      const [call] = callsOf(name);
      const { errors } = await stage.call(by(name), name, call);
      if (errors.length === 0) kept.push(name);
    }
    await audited.run('drop trigger strike on audit_events');
    await audited.run('drop function strike()');
    await settle();
    expect(kept.sort()).toEqual([...NEVER_STRUCK].sort());
    expect((await stage.call(holder.tenant, 'viewer')).errors).toEqual([]);
  }, 120_000);

  it('L1: each mutation leaves one record, with who, what and which verdict, and nothing that was said', async () => {
    const asked = new Map<string, { readonly name: string; readonly by: Tenant }>();
    const said = new Set<string>();
    for (const name of inOrder) {
      for (const call of callsOf(name)) {
        const answer = await stage.call(by(name), name, call);
        asked.set(answer.headers.get('x-request-id') ?? '', { name, by: by(name) });
        for (const { text } of pathsOf(call)) {
          if (/[ @_]|^q[a-z0-9]{12}$/.test(text)) said.add(text);
        }
      }
    }
    await decide();
    await settle();
    const records = await audited.records();
    for (const [requestId, { name, by: caller }] of asked) {
      const ofRequest = records.filter((record) => record.requestId === requestId);
      expect([name, ofRequest.length]).toEqual([name, 1]);
      const [record] = ofRequest;
      expect(record).toMatchObject({
        operation: name,
        event: auditedAs(name)?.event,
        address: '127.0.0.1',
        tenantId: caller === operator ? 'default' : caller.id,
        subject: caller === operator ? 'key:operator' : `key:${caller.keyId}`,
        credentialKind: 'key',
      });
    }
    const done = new Set(
      records.flatMap(({ verdict, operation }) =>
        verdict === 'DONE' || verdict === 'ACCEPTED' ? operation : [],
      ),
    );
    expect(MUTATIONS.filter((name) => !done.has(name))).toEqual([]);
    const text = JSON.stringify(records);
    expect([...said].filter((word) => text.includes(JSON.stringify(word).slice(1, -1)))).toEqual(
      [],
    );
    expect(stage.canaries.wordsIn(text)).toEqual([]);
    expect(text).not.toMatch(/rgk_/);
  }, 120_000);

  it('L1: a refused credential, a lacking scope, a foreign origin and a start are told, each by its name', async () => {
    const { gateway } = stage;
    const key = await gateway.keyOf('eve', ['TASK_READ']);
    const wrong = `${key.slice(0, -6)}AAAAAA`;
    const ids: string[] = [];
    const post = async (...args: Parameters<typeof gateway.post>) => {
      const response = await gateway.post(...args);
      ids.push(response.headers.get('x-request-id') ?? '');
      await response.text();
    };
    const hostile = { 'user-agent': 'a"}\\n{"verdict":"DONE', 'x-request-id': 'mine' };
    const query = 'query Evil_Name { tenants { nodes { id } } }';
    await post({ query, operationName: 'Evil_Name' }, wrong, hostile);
    await post({ query, operationName: 'Evil_Name' }, key, hostile);
    await post({ query: 'mutation { deleteTenant(id: "eve\\n\\u001b[31m") { id } }' }, key);
    const socket = await ProtocolSocket.open(gateway.url);
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${wrong}` } });
    await socket.closed;
    await settle();
    const records = await audited.records();
    const of = (id: string | undefined) => records.filter(({ requestId }) => requestId === id);
    expect(of(ids[0])).toMatchObject([
      {
        event: 'authn_login_fail',
        verdict: 'DENIED',
        code: 'UNAUTHENTICATED',
        tenantId: null,
        credentialId: null,
        address: '127.0.0.1',
        objects: [`key:${parseApiKey(key)?.id ?? ''}`],
      },
    ]);
    expect(of(ids[1])).toMatchObject([
      {
        event: 'authz_fail',
        verdict: 'DENIED',
        code: 'FORBIDDEN',
        tenantId: 'eve',
        operation: 'tenants',
      },
    ]);
    expect(of(ids[2])).toMatchObject([
      { event: 'user_deleted', verdict: 'DENIED', code: 'FORBIDDEN', tenantId: 'eve', objects: [] },
    ]);
    const failures = records.filter(({ event }) => event === 'authn_login_fail');
    expect(failures).toHaveLength(2);
    expect(records.filter(({ event }) => event === 'sys_startup')).toHaveLength(1);
    expect(JSON.stringify(records)).not.toMatch(/Evil_Name|verdict\\|x-request-id|mine/);
  });

  it('L1: what Runway refuses is told as accepted and then as refused, and no task is left', async () => {
    const { gateway } = stage;
    const path = '/v1/text_to_video';
    gateway.emulator.setFault({ path, times: 1, status: 400, body: { error: 'No.' } });
    const response = await gateway.post(
      { query: print(CreateTextToVideoDocument), variables: { input: aVideo() } },
      gateway.operatorKey,
    );
    const requestId = response.headers.get('x-request-id');
    expect(await response.text()).toContain('RUNWAY_REFUSED');
    await settle();
    const records = (await audited.records()).filter((one) => one.requestId === requestId);
    const byVerdict = records.sort((one, other) => one.verdict.localeCompare(other.verdict));
    const [accepted] = byVerdict;
    expect(byVerdict).toMatchObject([
      { event: 'spend_request', verdict: 'ACCEPTED', code: null },
      { event: 'submission_refused', verdict: 'FAILED', code: 'RUNWAY_REFUSED' },
    ]);
    expect(accepted?.objects).toEqual([expect.stringMatching(/^task:[0-9a-f-]{36}$/)]);
    const {
      id: _id,
      at: _at,
      event: _event,
      verdict: _verdict,
      code: _code,
      ...same
    } = accepted ?? anAuditRecord();
    expect(byVerdict[1]).toMatchObject(same);
    const id = accepted?.objects[0]?.slice('task:'.length) ?? '';
    expect((await gateway.ask(TaskDocument, { id })).errors?.[0]?.extensions.code).toBe(
      'NOT_FOUND',
    );
  });

  it('L2: line breaks and codes change neither the records nor their number', async () => {
    // The read of the test before is told of, too.
    await settle();
    const before = (await audited.records()).length;
    const nasty = 'a\n{"event":"spend_request"}\u001b[2J\u202e';
    await stage.gateway.ask(CreateTextToVideoDocument, {
      input: aVideo(nasty),
      label: 'nasty',
    });
    await settle();
    const records = await audited.records();
    expect(records).toHaveLength(before + 1);
    const lines = records.map((record) => JSON.stringify(record));
    expect(lines.filter((line) => line.includes('\n') || line.includes('\u001b'))).toEqual([]);
    expect(records[0]).toMatchObject({ event: 'spend_request', verdict: 'ACCEPTED' });
  });

  it('shows a tenant its own records, page by page, and an operator all', async () => {
    const { gateway } = stage;
    const key = await gateway.keyOf('fay', ['AUDIT_READ', 'GENERATE_VIDEO', 'TASK_READ']);
    const { id } = await createVideo(gateway, { idempotencyKey: 'once' }, key);
    await createVideo(gateway, { idempotencyKey: 'once' }, key);
    await settle();
    const { auditEvents } = await gateway.data(AuditEventsDocument, {}, key);
    const shown = auditEvents.nodes.map(({ verdict, objects }) => [verdict, ...objects]);
    // Both at one time.
    expect(shown.sort()).toEqual([['ACCEPTED', `task:${id}`], ['UNCHANGED']]);
    expect(auditEvents.nodes[0]?.position).toBeGreaterThan(0);
    const { subject = null } = auditEvents.nodes[0] ?? {};
    const filter = { event: 'SPEND_REQUEST', subject } as const;
    const all = await gateway.data(AuditEventsDocument, { filter, tenant: 'fay' });
    expect(all.auditEvents.nodes).toEqual(auditEvents.nodes);
    const foreign = await gateway.ask(AuditEventsDocument, { tenant: 'eve' }, key);
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const first = await gateway.data(AuditEventsDocument, { first: 1 });
    const after = first.auditEvents.pageInfo.endCursor;
    const second = await gateway.data(AuditEventsDocument, { first: 1, after });
    expect(second.auditEvents.nodes[0]?.id).not.toBe(first.auditEvents.nodes[0]?.id);
  });

  it('L1: seals what it has written, and the chain verifies', async () => {
    await settle();
    const { keyMark } = await audited.log.head();
    expect(keyMark).not.toBeNull();
    const dataDir = stage.gateway.dataDir;
    const config = { dataDir, audit: { keyFile: undefined } } as never;
    const verdict = await checkChain(audited.log, await readChainKeys(config), {
      now: clock.now(),
    });
    expect(verdict).toMatchObject({ kind: 'whole', unsealed: 0 });
  });
});
