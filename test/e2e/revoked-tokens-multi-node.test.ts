// Guarantee: a token that one gateway has issued is good on all that share its keys and its store, and
// on all of them it ends with its key: at once on HTTP, within 5 seconds on open sockets.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateTextToVideoDocument,
  RevokeApiKeyDocument,
  SetBudgetDocument,
  ViewerDocument,
  type Scope,
} from '../../client/src/generated/graphql.js';
import { createPostgresDatabase, describeServer } from '../support/store/database.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { aVideo } from '../support/client/inputs.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf } from '../support/client/tasks.js';
import { issueToken } from '../support/client/tokens.js';
import { ProtocolSocket } from '../support/client/wire.js';

/** Credits of `aVideo`. */
const PRICE = 60;

describeServer('two gateways with one store and one signing key', () => {
  let directory: string;
  let drop: () => Promise<void>;
  let clock: FakeClock;
  let one: TestGateway;
  let other: TestGateway;
  let key: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'keys-'));
    const database = await createPostgresDatabase();
    ({ drop } = database);
    clock = new FakeClock();
    const environment = {
      DATABASE_URL: database.url,
      TOKEN_SIGNING_KEYS_FILE: join(directory, 'keys.json'),
      PUBLIC_URL: 'https://api.example.com',
    };
    one = await startGateway(environment, { clock });
    other = await startGateway(environment, { clock });
    key = await one.keyOf('acme', ['TASK_READ', 'GENERATE_VIDEO']);
  }, 60_000);

  afterEach(async () => {
    await Promise.all([one.stop(), other.stop()]);
    await drop();
    await rm(directory, { recursive: true, force: true });
  }, 60_000);

  it('T10: end a token everywhere when its key is revoked on one of them', async () => {
    const token = await issueToken(one, key, { scopes: ['TASK_READ'] });
    const sockets = [
      await ProtocolSocket.connect(one.url, token),
      await ProtocolSocket.connect(other.url, token),
    ];
    await one.data(RevokeApiKeyDocument, { id: key.split('_')[1] ?? '' });
    for (const gateway of [one, other]) {
      expect(codesOf(await gateway.ask(ViewerDocument, {}, token))).toEqual(['UNAUTHENTICATED']);
    }
    await clock.advance(5_000);
    for (const socket of sockets) expect((await socket.closed).code).toBe(4401);
  });

  it('B4: count the budget of a token together, and of its key', async () => {
    const scopes: Scope[] = ['TASK_READ', 'GENERATE_VIDEO'];
    const token = await issueToken(one, key, { scopes, creditsMax: 3 * PRICE });
    const buy = async (credential: string) => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, at) =>
          (at % 2 === 0 ? one : other).ask(
            CreateTextToVideoDocument,
            { input: aVideo() },
            credential,
          ),
        ),
      );
      return answers.filter(({ errors }) => errors === undefined).length;
    };
    expect(await buy(token)).toBe(3);
    const input = { tenant: 'acme', key: key.split('_')[1] ?? '', period: 'DAY' } as const;
    await one.data(SetBudgetDocument, { input: { ...input, creditsMax: 5 * PRICE } });
    expect(await buy(await issueToken(other, key, { scopes, creditsMax: 10 * PRICE }))).toBe(2);
  });
});
