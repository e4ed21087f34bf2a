import { sql } from 'kysely';

import { describePostgres } from '../support/store/database.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { createVideo } from '../support/client/tasks.js';

describePostgres('a task with a value that cannot be decrypted', (get) => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await startGateway({ DATABASE_URL: get().url ?? '' });
  }, 60_000);
  afterEach(() => gateway.stop());

  const answerOf = async (query: string): Promise<unknown> =>
    await (await gateway.post({ query })).json();

  it('answers the other fields, and says so of the one that asks for the value', async () => {
    const { id } = await createVideo(gateway);
    const { kysely } = get().database;
    await sql`update tasks set input = to_jsonb(left(input #>> '{}', -4) || 'AAAA')
      where id = ${id}`.execute(kysely);
    expect(await answerOf(`{ task(id: "${id}") { id } }`)).toMatchObject({
      data: { task: { id } },
    });
    for (const query of [`{ task(id: "${id}") { id input } }`, '{ tasks { nodes { input } } }']) {
      expect(await answerOf(query)).toMatchObject({
        errors: [
          {
            path: expect.arrayContaining(['input']) as string[],
            extensions: { code: 'STORED_DATA_UNREADABLE' },
          },
        ],
      });
    }
    await sql`update tasks set input = '{}' where id = ${id}`.execute(kysely);
  });
});
