import { sql } from 'kysely';

import { alertThresholds } from '../../src/domain/alerts/alert-choices.js';
import type { AlertRuleId } from '../../src/domain/alerts/alert-rules.js';
import type { AlertSighting } from '../../src/domain/alerts/security-alert.js';
import type { AlertPlan } from '../../src/ports/alerts/alert-store.js';
import { storesOf, type Stores } from '../../src/adapters/postgres/stores.js';
import { anApiKey } from '../support/auth/an-api-key.js';
import { eachDatabase, describePostgres } from '../support/store/database.js';
import { createTenants } from '../support/store/new-task.js';
import { isExplainable, wholeTablesIn } from '../support/store/plans.js';
import { Statements } from '../support/store/statements.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const at = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);

/** Records of a store that has grown: a plan which reads them all is never the cheapest one. */
const RECORDS = 100_000;

const FILL_MS = 120_000;

function aPlan(changes: Partial<AlertPlan> = {}): AlertPlan {
  return {
    thresholds: alertThresholds([]),
    answers: new Map(),
    throttleMs: 900_000,
    spendFloorCredits: 100,
    perHourMax: 3,
    ...changes,
  };
}

function aSighting(changes: Partial<AlertSighting> = {}): AlertSighting {
  return {
    rule: 'denials_of_caller',
    subject: 'key:ab12',
    detail: null,
    tenantId: 'acme',
    keyId: 'ab12',
    address: null,
    count: 20,
    threshold: 20,
    ...changes,
  };
}

const statements = new Statements();

eachDatabase(
  'AlertStore',
  (get) => {
    let stores: Stores;

    beforeEach(() => {
      stores = storesOf(get().database);
    });

    const list = async () =>
      (await stores.alerts.listAlerts({}, { first: 100, after: null })).alerts;

    it('raises a pattern once in its quiet time, and keeps the largest count', async () => {
      expect(await stores.alerts.raise([aSighting()], aPlan(), NOW)).toBe(1);
      expect(await stores.alerts.raise([aSighting({ count: 50 })], aPlan(), at(1))).toBe(0);
      expect(await stores.alerts.raise([aSighting({ count: 30 })], aPlan(), at(2))).toBe(0);
      expect(await list()).toMatchObject([
        { number: 1, count: 50, raisedAt: NOW, lastSeenAt: at(2) },
      ]);
      expect(await stores.alerts.raise([aSighting()], aPlan(), at(16))).toBe(1);
      const other = aSighting({ tenantId: 'bolt' });
      expect(await stores.alerts.raise([other], aPlan(), at(16))).toBe(1);
      expect((await list()).map(({ number }) => number)).toEqual([3, 2, 1]);
    });

    it('raises a bounded number of alerts, and one more for all others', async () => {
      const sightings = Array.from({ length: 9 }, (_, index) =>
        aSighting({ subject: `key:k${String(index)}`, keyId: null }),
      );
      for (const sighting of sightings) await stores.alerts.raise([sighting], aPlan(), NOW);
      const subjects = (await list()).map(({ subject }) => subject);
      expect(subjects).toEqual(['others', 'key:k2', 'key:k1', 'key:k0']);
      expect(await stores.alerts.raise(sightings.slice(0, 1), aPlan(), at(61))).toBe(1);
    });

    it('lets one node look, and the next after its time; a clock set back stops nothing', async () => {
      expect(await stores.alerts.evaluate(aPlan(), NOW, 5_000)).toBe(0);
      expect(await stores.alerts.evaluate(aPlan(), NOW, 5_000)).toBeNull();
      expect(await stores.alerts.evaluate(aPlan(), new Date(+NOW + 4_999), 5_000)).toBeNull();
      expect(await stores.alerts.evaluate(aPlan(), new Date(+NOW + 5_000), 5_000)).toBe(0);
      expect(await stores.alerts.evaluate(aPlan(), at(-60), 5_000)).toBe(0);
    });

    it('suspends a key once, but never an operator’s or a revoked one, and lifts it', async () => {
      await createTenants(stores.tenants, 'acme');
      await stores.keys.createKey(anApiKey({ id: 'ab12' }));
      await stores.keys.createKey(anApiKey({ id: 'root', scopes: ['operator'] }));
      await stores.keys.createKey(anApiKey({ id: 'gone', revokedAt: NOW }));
      const plan = aPlan({ answers: new Map([['denials_of_caller', 'SUSPEND']]), perHourMax: 100 });
      for (const keyId of ['ab12', 'root', 'gone', 'nope']) {
        await stores.alerts.raise([aSighting({ subject: `key:${keyId}`, keyId })], plan, NOW);
      }
      const alerts = await list();
      expect(alerts.map(({ keyId, answer }) => [keyId, answer])).toEqual([
        ['nope', null],
        ['gone', null],
        ['root', null],
        ['ab12', 'SUSPEND'],
      ]);
      expect(await stores.keys.findCredential('ab12')).toBeUndefined();
      expect(await stores.keys.findCredential('root')).toBeDefined();
      const lift = { now: at(1), by: 'key:root' };
      const id = alerts[3]?.id ?? '';
      expect(await stores.alerts.liftAnswer(id, lift)).toMatchObject({ liftedAt: at(1) });
      expect(await stores.keys.findCredential('ab12')).toBeDefined();
      const again = { now: at(2), by: 'key:other' };
      expect(await stores.alerts.liftAnswer(id, again)).toMatchObject({ liftedBy: 'key:root' });
    });

    it('keeps throttles of callers and addresses until they end or are lifted', async () => {
      const plan = aPlan({
        answers: new Map<AlertRuleId, 'THROTTLE'>([
          ['denials_of_caller', 'THROTTLE'],
          ['credential_stuffing', 'THROTTLE'],
        ]),
      });
      const address = '192.0.2.1';
      const guesses = aSighting({
        rule: 'credential_stuffing',
        subject: `address:${address}`,
        ...{ tenantId: null, keyId: null, address },
      });
      await stores.alerts.raise([aSighting()], plan, NOW);
      await stores.alerts.raise([guesses], plan, at(1));
      const held = async (minutes: number) =>
        (await stores.alerts.listThrottled(at(minutes))).map(({ holder }) => holder);
      expect(await held(2)).toEqual([address, 'key:ab12']);
      expect(await held(15)).toEqual([address]);
      expect(await held(16)).toEqual([]);
      const [newest] = await list();
      await stores.alerts.liftAnswer(newest?.id ?? '', { now: at(2), by: 'key:root' });
      expect(await held(2)).toEqual(['key:ab12']);
    });

    it('forgets what is old, and says from where on nothing is missing', async () => {
      for (const minutes of [0, 20, 40]) {
        await stores.alerts.raise([aSighting()], aPlan(), at(minutes));
      }
      expect(await stores.alerts.forgetBefore(at(30), 1)).toBe(1);
      expect(await stores.alerts.alertRange()).toEqual({ newest: 3, oldest: 1 });
      expect(await stores.alerts.forgetBefore(at(30), 10)).toBe(1);
      expect(await stores.alerts.alertRange()).toEqual({ newest: 3, oldest: 2 });
      expect((await stores.alerts.listAlertsAfter(2, 10)).map(({ number }) => number)).toEqual([3]);
    });

    it(
      'reads no large table from end to end, however long its history is',
      async () => {
        const { kysely } = get().database;
        await sql`
          insert into audit_events (id, at, event, verdict, code, tenant_id, subject, objects, address)
          select gen_random_uuid(), ${NOW}::timestamptz - make_interval(secs => n), 'authz_fail',
            'DENIED', (array['FORBIDDEN', 'NOT_FOUND', 'UNAUTHENTICATED', null])[n % 4 + 1],
            't' || n % 50, 'key:k' || n % 500, '[]', '192.0.2.' || n % 250
          from generate_series(1, ${RECORDS}) as n`.execute(kysely);
        await sql`analyze`.execute(kysely);
        const ran = await statements.during(async () => {
          await stores.alerts.evaluate(aPlan(), NOW, 0);
          await stores.alerts.raise([aSighting()], aPlan(), NOW);
          await stores.alerts.listThrottled(NOW);
          await stores.alerts.listUntold(10);
        });
        const seen = ran.filter(isExplainable);
        expect(
          seen.filter(({ sql: text }) => text.includes('audit_events')).length,
        ).toBeGreaterThan(4);
        const whole: string[] = [];
        for (const statement of seen) {
          for (const kind of ['literal', 'prepared'] as const) {
            const tables = await wholeTablesIn(kysely, statement, kind);
            if (tables.includes('audit_events')) whole.push(`${kind}: ${statement.sql}`);
          }
        }
        expect(whole).toEqual([]);
      },
      FILL_MS,
    );
  },
  statements.wrapPool,
);

describePostgres('AlertStore with two nodes', (get) => {
  it('raises one alert for one pattern that both see at once', async () => {
    const other = storesOf(await get().openAnother());
    const { alerts } = storesOf(get().database);
    const nodes = [alerts, other.alerts, alerts, other.alerts];
    const raised = await Promise.all(nodes.map((node) => node.raise([aSighting()], aPlan(), NOW)));
    expect(raised.reduce((sum, count) => sum + count, 0)).toBe(1);
    const looked = await Promise.all(nodes.map((node) => node.evaluate(aPlan(), NOW, 5_000)));
    expect(looked.filter((count) => count !== null)).toEqual([0]);
  });
});
