import { ELSEWHERE, SEEDED } from '../../../src/emulator/resources/seeded.js';
import { REMOVAL_ORDER, rowOf } from '../../../src/domain/resource/kinds.js';
import { fieldOfKind } from '../../../src/operations/fields-of-kind.js';
import {
  GrantResourceDocument,
  RevokeResourceDocument,
} from '../../../client/src/generated/graphql.js';
import type { FakeClock } from '../../support/time/fake-clock.js';
import { sample } from '../../support/load/sample.js';
import { aFilledUpload } from '../../support/client/uploads.js';
import { joinSession } from '../../support/runway/upstream.js';
import { EventStreamReader } from '../../support/client/wire.js';
import { callAs } from './calls.js';
import { documentOf } from './graph-calls.js';
import { matrix, placeOf, type Place } from './matrix.js';
import type { Stage, Tenant } from './stage.js';
import { KINDS, type Things } from './things.js';
import { pathsOf, withWords, type Variables } from './variables.js';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Longer than until the first read of a task, and than the shortest live session. */
export const A_WHILE_MS = 20_000;
/** From one read of a task to the next: time passes in strides of it. */
export const READS_MS = 5_000;
/** Of so many inputs of a field, a sample makes one. */
export const CALLS_A_SAMPLE = 8;
/** What is live stays so. */
const FOR_EVER_SECONDS = 86_400;

/** Kinds that are made one after the other, each after those that it refers to. */
const MADE_AT_ONCE = [...REMOVAL_ORDER]
  .reverse()
  .filter((kind) => kind !== 'realtimeSession' && rowOf(kind).sdk.create !== undefined);

/** A JSON object of an answer. */
type Answered = Readonly<Record<string, unknown>>;

/** Makes for a tenant, through the gateway, everything that a tenant can have. */
export class Maker {
  constructor(
    private readonly stage: Stage,
    private readonly clock: FakeClock,
  ) {}

  /** Everything but a workflow, which the API cannot make, a live task, and cursors. */
  async makeAll(tenant: Tenant): Promise<Things> {
    const { stage, clock } = this;
    const things: Record<string, string> = { tenant: tenant.id };
    const key = (await stage.data(tenant, 'createApiKey', {
      input: { scopes: ['TASK_READ'], name: stage.word(tenant) },
    })) as Answered;
    things['apiKey'] = textIn(key, 'apiKey', 'id');
    await stage.data(tenant, 'rotateWebhookSecret', {});
    const input = { url: 'https://hooks.example.com/runway' };
    const made = (await stage.data(tenant, 'createWebhook', { input })) as Answered;
    const id = textIn(made, 'webhook', 'id');
    things['webhook'] = id;
    // Nothing is to leave the machine.
    await stage.data(tenant, 'updateWebhook', { id, input: { isPaused: true } });
    const tested = (await stage.data(tenant, 'testWebhook', { id })) as Answered;
    things['webhookDelivery'] = textIn(tested, 'delivery', 'id');
    for (const kind of MADE_AT_ONCE) {
      const field = fieldOfKind(kind, 'create') ?? '';
      const { variables, answer } = await this.make(tenant, field, things);
      things[kind] = textIn(answer, kind, 'id');
      if (kind === 'router') things['routerSlug'] = textAt(variables, 'input.slug');
    }
    for (const [kind, ending] of Object.entries({ image: 'png', video: 'mp4', audio: 'mp3' })) {
      const filename = `${stage.word(tenant)}.${ending}`;
      const uri = await aFilledUpload(stage.gateway, filename, tenant.key);
      stage.canaries.own(tenant.id, uri.replace('runway://', ''));
      things[kind] = uri;
    }
    for (let count = 0; count < 3; count += 1) await this.make(tenant, 'generateVideo', things);
    const { variables, answer } = await this.make(tenant, 'createTextToVideo', things);
    things['task'] = textIn(answer, 'task', 'id');
    things['runwayTask'] = textIn(answer, 'task', 'runwayTaskId');
    things['label'] = textAt(variables, 'label');
    things['idempotencyKey'] = textAt(variables, 'idempotencyKey');
    things['avatarConversation'] = await this.#hold(tenant, things);
    await clock.stride(A_WHILE_MS, READS_MS);
    const session = await this.make(tenant, 'createRealtimeSession', things);
    things['realtimeSession'] = textIn(session.answer, 'realtimeSession', 'id');

    stage.gateway.emulator.settings.taskSeconds = FOR_EVER_SECONDS;
    const ended = await this.make(tenant, 'createTextToVideo', things);
    things['endedTask'] = textIn(ended.answer, 'task', 'id');
    await stage.data(tenant, 'cancelTask', { id: things['endedTask'] });
    await clock.stride(A_WHILE_MS, READS_MS);
    stage.gateway.emulator.settings.taskSeconds = 0;
    return things;
  }

  /** The id of a new one. */
  async makeAvatar(tenant: Tenant, things: Things): Promise<string> {
    const { answer } = await this.make(tenant, 'createAvatar', things);
    return textIn(answer, 'avatar', 'id');
  }

  /** A task that stays live, as all do that are made from here on. */
  async makeLive(tenant: Tenant, things: Things): Promise<Things> {
    this.stage.gateway.emulator.settings.taskSeconds = FOR_EVER_SECONDS;
    const { answer } = await this.make(tenant, 'createTextToVideo', things);
    return { liveTask: textIn(answer, 'task', 'id') };
  }

  /** One call of a field that makes something, with words in everything that is said. */
  async make(
    tenant: Tenant,
    fieldName: string,
    things: Things,
    which = 0,
    more: Variables = {},
  ): Promise<{ readonly variables: Variables; readonly answer: Answered }> {
    const { stage } = this;
    const field = stage.field(fieldName);
    const place = placeOf(fieldName) ?? {};
    const call = callAs(field, place, place.calls?.[which] ?? {}, things);
    if (call === undefined) throw new Error(`${fieldName} names what ${tenant.id} does not have`);
    const variables = {
      ...withWords(field, call, () => stage.word(tenant)),
      idempotencyKey: stage.word(tenant),
      label: stage.word(tenant),
      ...more,
    };
    const answer = (await stage.data(tenant, fieldName, variables)) as Answered;
    this.#note(tenant, answer);
    return { variables, answer };
  }

  /** Gives a tenant what was drawn in Runway's app. */
  async grantWorkflow(tenant: Tenant, id: string): Promise<void> {
    const { gateway, canaries } = this.stage;
    if (id === SEEDED.workflowId)
      await gateway.data(RevokeResourceDocument, { kind: 'WORKFLOW', id });
    const input = { tenant: tenant.id, kind: 'WORKFLOW', id } as const;
    await gateway.data(GrantResourceDocument, { input });
    canaries.own(tenant.id, id);
  }

  /** A call of each field that makes something, with each input of the matrix. */
  async makeWithEverything(tenant: Tenant, things: Things): Promise<void> {
    for (const [field, { names, calls = [] }] of Object.entries<Place>(matrix)) {
      if (names?.['idempotencyKey'] !== 'ownKey') continue;
      for (const which of sample([...calls.keys()], CALLS_A_SAMPLE, field)) {
        await this.make(tenant, field, things, which);
      }
    }
  }

  /** The ends of the first pages of the tenant's lists, and the newest of its events. */
  async cursorsOf(tenant: Tenant, things: Things): Promise<Things> {
    const { stage } = this;
    const endOf = async (list: string, more: Variables = {}): Promise<string> => {
      const page = (await stage.data(tenant, list, { first: 1, ...more })) as Answered;
      return textIn(page, 'pageInfo', 'endCursor');
    };
    const kinds: Record<string, string> = {};
    for (const kind of KINDS) {
      const list = fieldOfKind(kind, 'list');
      if (list !== undefined) kinds[`${kind}Cursor`] = await endOf(list);
    }
    return {
      ...kinds,
      apiKeyCursor: await endOf('apiKeys'),
      auditCursor: await endOf('auditEvents'),
      webhookCursor: await endOf('webhooks'),
      webhookDeliveryCursor: await endOf('webhookDeliveries'),
      taskCursor: await endOf('tasks'),
      routerRequestCursor: await endOf('routerRequests', { routerId: things.router ?? '' }),
      eventCursor: await this.#newestEvent(tenant, things.task ?? ''),
    };
  }

  /** A live session that a participant has joined: it has a conversation. */
  async #hold(tenant: Tenant, things: Things): Promise<string> {
    const { stage } = this;
    const { answer } = await this.make(tenant, 'createRealtimeSession', things);
    const id = textIn(answer, 'realtimeSession', 'id');
    const session = (await stage.data(tenant, 'realtimeSession', { id })) as Answered;
    await joinSession(stage.gateway, id, String(session['sessionKey']));
    return id;
  }

  async #newestEvent({ url, key }: Tenant, taskId: string): Promise<string> {
    const query = documentOf(this.stage.field('taskUpdated'));
    const stream = await EventStreamReader.open(url, key, { query, variables: { id: taskId } });
    try {
      const event = (await stream.next())?.data as { readonly data: Answered };
      return textIn(event.data, 'taskUpdated', 'cursor');
    } finally {
      stream.close();
    }
  }

  /** Notes all ids of an answer as the tenant's, but those that every tenant finds at Runway. */
  #note(tenant: Tenant, answer: Answered): void {
    const shared = new Set<string>(
      [...Object.values(SEEDED), ...Object.values(ELSEWHERE)].map(String),
    );
    for (const [id] of JSON.stringify(answer).matchAll(UUID)) {
      if (!shared.has(id)) this.stage.canaries.own(tenant.id, id);
    }
  }
}

function textIn(answer: Answered, ...path: readonly string[]): string {
  let value: unknown = answer;
  for (const step of path) value = (value as Answered | null | undefined)?.[step];
  if (typeof value !== 'string') throw new Error(`No ${path.join('.')}: ${JSON.stringify(answer)}`);
  return value;
}

function textAt(variables: Variables, path: string): string {
  const found = pathsOf(variables).find((one) => one.path === path);
  if (found === undefined) throw new Error(`No ${path}`);
  return found.text;
}
