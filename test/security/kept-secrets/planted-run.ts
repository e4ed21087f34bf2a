import type { GraphQLSchema } from 'graphql';
import { buildGraph, type Services } from '../../../src/api/schema.js';
import type { Environment } from '../../../src/config/config.js';
import { operations, type OperationName } from '../../../src/operations/operations.js';
import { makeEverything } from '../../support/store/every-statement.js';
import { answering, Receiver } from '../../support/webhooks/receiver.js';
import { FakeClock } from '../../support/time/fake-clock.js';
import { ask, jsonHeaders, post, postStream, type WireAnswer } from '../../support/client/wire.js';
import { documentOf } from '../isolation/graph-calls.js';
import { placeOf } from '../isolation/matrix.js';
import type { RootField } from '../isolation/graph-slots.js';
import { Stage, type Tenant } from '../isolation/stage.js';
import type { Variables } from '../isolation/variables.js';
import { firstEvents, waysTo } from '../isolation/ways.js';
import type { Holder } from '../isolation/world.js';
import { PlantedCalls } from './planted-calls.js';
import { PlantedWords } from './planted-words.js';
import { textPlaces } from './text-places.js';

/** Fields that end the tenant's own life: they are only ever asked for what is not there. */
const ENDS = /^(?:suspend|delete)Tenant$/;

/** Fields after which the tenant may not or cannot start a task. */
const TAKES = /^(?:revokeResource|set(?:Budget|TenantLimits|TenantPolicy))$/;

/** Requests that wait until the end. */
const QUEUED = 3;

/** Members of answers that let their holder in or sign: keys, tokens, keys of sessions, signed addresses. */
const SECRET_MEMBERS = /^(?:credential|token|sessionKey|secret)$/;
const SIGNATURE = /[?&](?:_jwt|token|signature|X-Amz-Signature)=([\w.-]{16,})/g;

/** One gateway, a tenant that says something in every place of the graph, and one that looks on. */
export class PlantedRun {
  readonly #asked = new Set<string>();
  /** Names that the sample does not try. */
  readonly #leftOut = new Set<string>();
  readonly secrets = new Set<string>();

  private constructor(
    readonly stage: Stage,
    readonly clock: FakeClock,
    readonly schema: GraphQLSchema,
    readonly words: PlantedWords,
    private readonly holder: Holder,
    private readonly onlooker: Tenant,
  ) {}

  static async start(environment: Environment): Promise<PlantedRun> {
    const clock = new FakeClock();
    const stage = await Stage.start(clock, environment);
    const holder = await makeEverything(stage, clock);
    const onlooker = await stage.addTenant('bob');
    const schema = buildGraph({} as Services, { relaxedBounds: [], requireIdempotencyKey: false });
    const words = new PlantedWords(stage.canaries, holder.tenant.id);
    const run = new PlantedRun(stage, clock, schema, words, holder, onlooker);
    for (const secret of [holder.tenant.key, onlooker.key, stage.gateway.operatorKey]) {
      run.secrets.add(secret);
    }
    return run;
  }

  /** Places of the graph where no word was given, or none was taken where it is kept. */
  get missed(): readonly string[] {
    const places = textPlaces(this.schema).map(({ field, path }) => `${field} ${path}`);
    return places.filter((place) => !this.#asked.has(place) && !this.#leftOut.has(place));
  }

  async plantEverywhere(): Promise<void> {
    const receiver = await Receiver.start();
    try {
      await this.#plantEverywhere(receiver);
    } finally {
      await receiver.stop();
    }
  }

  async #plantEverywhere(receiver: Receiver): Promise<void> {
    await this.#meetFailures();
    let isQueued = false;
    for (const name of inOrder()) {
      if (TAKES.test(name) && !isQueued) {
        await this.#leaveDelivery(receiver);
        await this.#leaveQueued();
        isQueued = true;
      }
      const field = this.stage.field(name);
      const calls = new PlantedCalls(this.schema, field, this.holder, this.words);
      if (!ENDS.test(name)) await this.#askAll(field, calls);
      for (const path of calls.namesLeftOut) this.#leftOut.add(`${name} ${path}`);
      for (const path of calls.names) {
        const call = calls.misnamedAt(path);
        const isKept = await this.#askOddly(field, call);
        this.#reached(name, [path, ...(isKept ? calls.plantedIn(call) : [])]);
      }
      for (const { call, paths } of calls.misfits()) {
        await this.#askOddly(field, call);
        this.#reached(name, paths);
      }
    }
    await this.#sendBrokenDocuments();
    await this.clock.leap(30_000);
  }

  /** What another tenant is told that asks for everything of this one. */
  async toldToOthers(): Promise<readonly string[]> {
    for (const field of this.stage.fields.values()) {
      if (field.root !== 'Query') continue;
      const calls = new PlantedCalls(this.schema, field, this.holder, this.words);
      for (const call of calls.accepted()) {
        await askOnce(this.onlooker, field, call);
      }
    }
    return this.onlooker.addressed.findings.map(({ canary }) => canary);
  }

  /** Lines of the log, at every level, that hold a word or a secret. */
  logged(): readonly string[] {
    const lines = this.stage.log.lines.map(writtenPart);
    return lines.filter((line) => this.words.placesIn(line).size > 0 || this.holdsSecret(line));
  }

  holdsSecret(text: string): boolean {
    return [...this.secrets].some((secret) => text.includes(secret));
  }

  async #askAll(field: RootField, calls: PlantedCalls): Promise<void> {
    for (const call of calls.accepted()) {
      for (const secret of calls.secretsIn(call)) this.secrets.add(secret);
      const refusal = await this.#ask(field, call);
      if (refusal === undefined) this.#reached(field.name, calls.plantedIn(call));
    }
  }

  #reached(field: string, paths: readonly string[]): void {
    for (const path of paths) this.#asked.add(`${field} ${path}`);
  }

  /** To the end of what is answered, on every transport of the field; whether that has no error. */
  async #askOddly(field: RootField, variables: Variables): Promise<boolean> {
    const by = this.#callerOf(field.name as OperationName);
    if (field.root === 'Subscription') {
      const body = JSON.stringify({ query: documentOf(field), variables });
      const { text } = await postStream(by.url, body, jsonHeaders(by.key));
      this.#note(text);
      // It is open, and may tell nothing for ever.
      if (text.trim() === ':') return true;
    }
    let isAccepted = true;
    for (const way of Object.values(waysTo(field))) {
      const { all, codes } = await way(by, field, variables);
      this.#note(all);
      isAccepted &&= codes.length === 0;
    }
    return isAccepted;
  }

  /** What the answer's errors say; undefined where there are none. */
  async #ask(field: RootField, variables: Variables): Promise<string | undefined> {
    const by = this.#callerOf(field.name as OperationName);
    if (field.root === 'Subscription') {
      this.#note(JSON.stringify(await firstEvents(by, field, variables)));
      return undefined;
    }
    const { data, errors, text } = await askOnce(by, field, variables);
    this.#note(text);
    this.#noteSecrets(data);
    return errors.length === 0 ? undefined : text;
  }

  #callerOf(name: OperationName): Tenant {
    const { gateway } = this.stage;
    return operations[name].scope === 'operator'
      ? { ...this.holder.tenant, url: gateway.url, key: gateway.operatorKey }
      : this.holder.tenant;
  }

  /** A request with bytes in it that Runway takes at no time, so that all of it stays stored. */
  async #leaveQueued(): Promise<void> {
    const { emulator } = this.stage.gateway;
    emulator.setFault({ path: '*', times: 1_000, status: 429, body: { error: 'Slow down.' } });
    const field = this.stage.field('createImageToVideo');
    const calls = new PlantedCalls(this.schema, field, this.holder, this.words);
    const withBytes = calls.accepted().filter((call) => JSON.stringify(call).includes('data:'));
    for (const call of withBytes.slice(0, QUEUED)) {
      const refusal = await this.#ask(field, call);
      if (refusal !== undefined) throw new Error(`A request is to be queued: ${refusal}`);
    }
  }

  /** Of a task's outcome, to a receiver that refuses it in words. */
  async #leaveDelivery(receiver: Receiver): Promise<void> {
    const { tenant } = this.holder;
    receiver.respond = answering(500, {}, this.words.word('receiver'));
    const made = (await this.stage.data(tenant, 'createWebhook', {
      input: { url: receiver.url },
    })) as { readonly webhook: { readonly id: string } };
    for (const variables of [{ id: made.webhook.id }, {}, {}]) {
      this.#noteSecrets(await this.stage.data(tenant, 'rotateWebhookSecret', variables));
    }
    const field = this.stage.field('createTextToVideo');
    const calls = new PlantedCalls(this.schema, field, this.holder, this.words);
    await this.#ask(field, { ...calls.accepted()[0], webhookUrl: `${receiver.url}/task` });
    await this.clock.until(() => receiver.received.length >= 2, { stepMs: 1_000, strides: true });
  }

  /** Runway refuses, breaks, and tells in its own words why a task failed. */
  async #meetFailures(): Promise<void> {
    const { emulator } = this.stage.gateway;
    const path = '/v1/text_to_video';
    const video = this.stage.field('createTextToVideo');
    const create = async (): Promise<string> => {
      const calls = new PlantedCalls(this.schema, video, this.holder, this.words);
      const call = calls.accepted()[0] ?? {};
      const { text } = await askOnce(this.holder.tenant, video, call);
      this.#note(text);
      return /"runwayTaskId":"([^"]+)"/.exec(text)?.[1] ?? '';
    };
    const told = (place: string): string => `Runway says ${this.words.word(place)}.`;
    for (const status of [400, 401, 403, 404, 409, 429, 500, 503]) {
      const body = { error: told(`Runway ${String(status)}`) };
      emulator.setFault({ path, times: 1, status, body });
      await create();
      await this.clock.leap(60_000);
    }
    emulator.settings.taskSeconds = 5;
    const ends = [
      { status: 'FAILED', failure: told('Runway failure'), failureCode: 'INTERNAL' },
      { status: 'SUCCEEDED', output: [this.#signedAddress('Runway output')] },
      { status: told('Runway status') },
    ];
    for (const end of ends) {
      const id = await create();
      emulator.setFault({
        method: 'GET',
        path: '/v1/tasks/{id}',
        times: 3,
        status: 200,
        body: { id, createdAt: this.clock.now().toISOString(), ...end },
      });
      await this.clock.stride(20_000, 5_000);
    }
  }

  #signedAddress(place: string): string {
    const signature = `${this.words.word(place)}.${this.words.word(place)}`;
    this.secrets.add(signature);
    return `https://outputs.example.com/${this.words.word(place)}.mp4?_jwt=${signature}`;
  }

  /** Documents that do not parse, do not fit the schema, and bodies that are no JSON. */
  async #sendBrokenDocuments(): Promise<void> {
    const { url, key } = this.holder.tenant;
    const word = (): string => this.words.word('a broken document');
    for (const query of [
      `mutation { createDocument(input: { name: "${word()}" content: "${word()}`,
      `mutation { createDocument(input: { name: ${word()} }) { document { id } } }`,
      `query ${word()} { ${word()} }`,
      `query { task(id: "${word()}", ${word()}: 1) { id } }`,
      `query ($a: Int! = "${word()}") { tasks(first: $a) { nodes { id } } }`,
    ]) {
      const { text } = await ask(url, key, { query, operationName: word() });
      this.#note(text);
    }
    const response = await fetch(`${url}/graphql?${word()}=${word()}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${word()}`,
        'user-agent': word(),
        'x-request-id': word(),
      },
      body: `{"query": "${word()}`,
    });
    this.#note(await response.text());
  }

  #note(text: string): void {
    for (const [, signature = ''] of text.matchAll(SIGNATURE)) this.secrets.add(signature);
  }

  #noteSecrets(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner === 'string' && SECRET_MEMBERS.test(name)) this.secrets.add(inner);
      else this.#noteSecrets(inner);
    }
  }
}

/**
 * On a connection of its own. Leaps keep client and gateway, which are one process, so busy that the
 * client would send on a connection that the gateway has closed.
 */
async function askOnce(
  { url, key }: Tenant,
  field: RootField,
  variables: Variables,
): Promise<WireAnswer> {
  const body = JSON.stringify({ query: documentOf(field), variables });
  return await post(url, body, { ...jsonHeaders(key), connection: 'close' });
}

/** Of an error's input issues the log writes nothing (`log-error.ts`), but the recorded one keeps them. */
function writtenPart(line: string): string {
  const known = JSON.parse(line, (name, value: unknown) => (name === 'issues' ? undefined : value));
  return JSON.stringify(known);
}

/** Fields that use something up come last, those that take things from the tenant after them. */
function inOrder(): OperationName[] {
  const rank = (name: OperationName): number => {
    if (TAKES.test(name)) return 3;
    if (placeOf(name)?.consumes === true) return 2;
    return operations[name].root === 'Mutation' ? 1 : 0;
  };
  return (Object.keys(operations) as OperationName[]).sort((a, b) => rank(a) - rank(b));
}
