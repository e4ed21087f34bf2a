// Guarantee: every node sends a tenant's work with the account that the tenant has, within 5 s of its
// change, also after a restart; a tenant that is deleted leaves no secret behind.
import { Client } from 'pg';
import {
  DeleteTenantDocument,
  RemoveRunwayCredentialDocument,
  SetOperatorCredentialDocument,
  TenantsDocument,
} from '../../client/src/generated/graphql.js';
import { createPostgresDatabase, describeServer } from '../support/store/database.js';
import { OwnAccountsStage, POST, SECRETS } from '../support/gateway/own-accounts.js';

async function rowsIn<Row extends object>(connectionString: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Whose secrets the database holds. */
async function credentialsIn(url: string): Promise<(string | null)[]> {
  const rows = await rowsIn<{ tenant: string | null }>(
    url,
    'select tenant_id as tenant from runway_credentials',
  );
  return rows.map(({ tenant }) => tenant);
}

/** Every row of every table, as text. */
async function dumpOf(url: string): Promise<string> {
  const tables = await rowsIn<{ name: string }>(
    url,
    `select quote_ident(table_name) as name from information_schema.tables
      where table_schema = current_schema()`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await rowsIn(url, `select to_jsonb(held)::text as row from ${name} as held`);
    texts.push(JSON.stringify(rows));
  }
  return texts.join('\n');
}

describeServer('own Runway accounts on two nodes', () => {
  it('M21, M19: hold on every node, live through a restart, and end with their tenant', async () => {
    const { url, drop } = await createPostgresDatabase();
    const environment = { DATABASE_URL: url };
    const stage = await OwnAccountsStage.start(environment);
    try {
      const second = await stage.startNode(environment);
      const ids: string[] = [];
      const buyOnBoth = async (): Promise<void> => {
        for (const gateway of stage.gateways) ids.push(await stage.buy(stage.ann, gateway));
      };
      await stage.bring(stage.ann, SECRETS.ann);
      await stage.untilLearned();
      await buyOnBoth();
      expect(stage.secretsOf(POST)).toEqual([SECRETS.ann, SECRETS.ann]);

      // Two secrets are live while nodes learn of the second one: not one request fails.
      await stage.bring(stage.ann, SECRETS.annNew);
      await buyOnBoth();
      await stage.gateway.data(SetOperatorCredentialDocument, {
        input: { secret: SECRETS.operatorNew },
      });
      await stage.buy(stage.bob, second);
      await stage.untilLearned();
      await stage.buy(stage.bob, second);
      expect(stage.secretsOf(POST).slice(-2)).toEqual([SECRETS.operator, SECRETS.operatorNew]);
      stage.runway.good.delete(SECRETS.ann);
      stage.runway.good.delete(SECRETS.operator);
      await buyOnBoth();
      expect(stage.secretsOf(POST).slice(-2)).toEqual([SECRETS.annNew, SECRETS.annNew]);

      stage.gateways.splice(1, 1);
      await second.stop();
      const third = await stage.startNode(environment);
      ids.push(await stage.buy(stage.ann, third));
      const callsBefore = stage.runway.calls.length;
      for (const id of ids) await stage.hasStatus(id, stage.ann, 'SUCCEEDED');
      expect(stage.secretsSince(callsBefore)).not.toContain(SECRETS.operator);
      await third.data(RemoveRunwayCredentialDocument, {}, stage.ann);
      await stage.untilLearned();
      await stage.buy(stage.ann);
      expect(stage.secretsOf(POST).at(-1)).toBe(SECRETS.operatorNew);
      expect(stage.runway.calls.filter(({ isGood }) => !isGood)).toEqual([]);

      expect(await dumpOf(url)).not.toMatch(/canary/);
      await stage.gateway.data(DeleteTenantDocument, { id: 'ann' });
      await stage.clock.until(
        async () => {
          const { tenants } = await stage.gateway.data(TenantsDocument, {});
          return tenants.edges.every(({ node }) => node.id !== 'ann');
        },
        { stepMs: 1_000, steps: 300 },
      );
      const deleted = stage.runway.calls.filter(({ line }) => line.startsWith('DELETE /v1/tasks/'));
      expect(deleted.filter(({ secret }) => secret === SECRETS.annNew)).toHaveLength(ids.length);
      expect(await credentialsIn(url)).toEqual([null]);
    } finally {
      await stage.stop();
      await drop();
    }
  }, 600_000);
});
