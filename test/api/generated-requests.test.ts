// Guarantee: of every model and operation, an input with what Runway requires and one with all that
// Runway takes are accepted, and reach Runway as they are meant. A new model needs no new file.
import { readContext } from '../../schema/generate/context.js';
import type { InputPlan } from '../../schema/generate/plan.js';
import { SEEDED } from '../../src/emulator/resources/seeded.js';
import { findOperation, operations } from '../../src/operations/operations.js';
import { DEFAULT_TENANT } from '../../src/services/keys/keys.js';
import { grant } from '../support/client/resources.js';
import { startGateway, type Answer, type TestGateway } from '../support/gateway/start-gateway.js';
import {
  generatedRequest,
  KNOWN_IDS,
  membersOf,
  type GeneratedRequest,
} from '../support/runway/generated-request.js';
import type { Extent } from '../support/runway/whole-input.js';

/** Some rules are known to Runway alone, e.g. which fields exclude each other: chance finds a way. */
const ATTEMPTS = 60;

const { plans } = readContext();

/** A change requires nothing, and Runway refuses one that changes nothing. */
function extentsOf({ field }: InputPlan): readonly Extent[] {
  return findOperation(field)?.resource?.action === 'update' ? ['full'] : ['minimal', 'full'];
}

const requests = plans.flatMap((plan) =>
  membersOf(plan).flatMap((member) =>
    extentsOf(plan).map((extent) => [extent, plan.field, member, plan] as const),
  ),
);

describe('generated requests', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startGateway();
    Object.assign(gateway.emulator.settings, { concurrency: null, taskSeconds: 0 });
    await grant(gateway, DEFAULT_TENANT, 'AVATAR', KNOWN_IDS.avatar ?? '');
    await grant(gateway, DEFAULT_TENANT, 'VOICE', KNOWN_IDS.voice ?? '');
    await grant(gateway, DEFAULT_TENANT, 'DOCUMENT', KNOWN_IDS.document ?? '');
  });

  beforeEach(() => gateway.emulator.clearRequests());

  afterAll(() => gateway.stop());

  async function send({ field, root }: InputPlan, input: object): Promise<Answer> {
    const { resource } = findOperation(field) ?? {};
    const isUpdate = resource?.action === 'update';
    const id = resource?.kind === 'router' ? SEEDED.routerId : KNOWN_IDS[resource?.kind ?? 'voice'];
    const query = isUpdate
      ? `mutation ($id: ID!, $input: ${root.name}!) { ${field}(id: $id, input: $input) { __typename } }`
      : `mutation ($input: ${root.name}!) { ${field}(input: $input) { task { id } } }`;
    const response = await gateway.post({ query, variables: isUpdate ? { id, input } : { input } });
    return (await response.json()) as Answer;
  }

  /** The first generated request that Runway takes. */
  async function accepted(
    plan: InputPlan,
    member: string,
    extent: Extent,
  ): Promise<GeneratedRequest> {
    const refusals = new Set<string>();
    for (let seed = 1; seed <= ATTEMPTS; seed += 1) {
      const request = generatedRequest(plan, member, extent, seed);
      const { errors } = await send(plan, request.input);
      if (errors === undefined) return request;
      for (const { message, extensions } of errors) {
        // What the gateway itself refuses is a fault of the input that was made.
        if (extensions.runway === undefined)
          throw new Error(`${message} ${JSON.stringify(extensions)}`);
        refusals.add(JSON.stringify(extensions.issues ?? message));
      }
    }
    throw new Error(`Runway took none of them: ${[...refusals].join('\n')}`);
  }

  it('are made for every operation that takes an input of Runway’s', () => {
    const made = new Set(requests.map(([, field]) => field));
    const taking = Object.entries(operations).filter(
      ([field, row]) => plans.some((plan) => plan.field === field) || 'runwayTaskKind' in row,
    );
    expect(taking.map(([field]) => field).filter((field) => !made.has(field))).toEqual([]);
  });

  it.each(requests)(
    'reach Runway as they are meant: %s %s %s',
    async (extent, _field, member, plan) => {
      const { body } = await accepted(plan, member, extent);
      const sent = gateway.emulator
        .requests()
        .filter(
          ({ method, path, status }) =>
            method !== 'GET' &&
            path !== '/v1/organization/usage' &&
            [200, 204].includes(status ?? 0),
        );
      // Slugs are unique in the account, so that each tenant's have a mark of its own before them.
      const { slug } = body;
      const expected =
        typeof slug === 'string' ? { ...body, slug: expect.stringMatching(`-${slug}$`) } : body;
      expect(sent.map((request) => request.body ?? {})).toEqual([expected]);
    },
  );
});
