import { sql, type Kysely, type Migration } from 'kysely';

/** Operator keys of before the scope `audit:read` existed get it: their tenants' other keys do not. */
export const operatorsReadAudit: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`update api_keys set scopes = scopes || array['audit:read']
      where 'operator' = any(scopes) and not 'audit:read' = any(scopes)`.execute(db);
  },
};
