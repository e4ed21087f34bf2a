// Guarantee: what a request gives is counted before anything is made of it. A value that a bound
// refuses costs no coercion, no instance and no rule, on any transport.
import type { Request, WireError } from '../support/client/wire.js';
import { ask, jsonHeaders, post, transports } from '../support/client/wire.js';
import { DOCUMENT_LIMITS } from '../../src/policy/document/document-limits.js';
import { CreateImageToVideoGen4_5PromptImageInput } from '../../src/generated/graph/create-image-to-video.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { postsTo } from '../support/client/tasks.js';

/** Short, so that 580,000 of them are a body that may be sent. */
const IMAGE = { uri: 'https://a.co/b' };

const CREATE =
  'mutation($input: CreateImageToVideoInput!) { createImageToVideo(input: $input) { task { id } } }';

function imageToVideo(promptImage: unknown): Request {
  const gen4_5 = { promptText: 'A fox', promptImage, ratio: 'RATIO_1280_720', duration: 5 };
  return { query: CREATE, variables: { input: { gen4_5 } } };
}

describe('a value beyond its bound', () => {
  let gateway: TestGateway;
  /** Each https uri that is coerced is parsed once. */
  let coerced: jest.SpyInstance;
  /** Images that a class was made an instance of. */
  let instances = 0;

  beforeAll(async () => {
    gateway = await startGateway();
    coerced = jest.spyOn(URL, 'canParse');
    // type-graphql assigns what was coerced to a new instance.
    Object.defineProperty(CreateImageToVideoGen4_5PromptImageInput.prototype, 'uri', {
      configurable: true,
      set(this: object, value: unknown) {
        instances += 1;
        Object.defineProperty(this, 'uri', { value, enumerable: true, writable: true });
      },
    });
  });

  beforeEach(() => {
    gateway.emulator.clearRequests();
    coerced.mockClear();
    instances = 0;
  });

  afterAll(async () => {
    coerced.mockRestore();
    Reflect.deleteProperty(CreateImageToVideoGen4_5PromptImageInput.prototype, 'uri');
    await gateway.stop();
  });

  /** Beside them, URLs of the emulator are parsed. */
  function coercions(): number {
    return coerced.mock.calls.filter(([url]) => url === IMAGE.uri).length;
  }

  async function expectRefused(request: Request, path: string, rule: string): Promise<void> {
    const { status, errors } = await ask(gateway.url, gateway.operatorKey, request);
    expect([status, rulesOf(errors)]).toEqual([400, [`${path} ${rule}`]]);
    expect([coercions(), instances]).toEqual([0, 0]);
    expect(postsTo(gateway, '/v1/image_to_video')).toBe(0);
  }

  it('is coerced and made an instance of where it is within it (the counters count)', async () => {
    const request = imageToVideo([IMAGE]);
    const { errors } = await ask(gateway.url, gateway.operatorKey, request);
    expect(errors).toEqual([]);
    expect(coercions()).toBeGreaterThan(0);
    expect(instances).toBe(1);
  });

  it('Q13: of 580,000 images is refused with nothing made of any', async () => {
    const images = Array.from({ length: 580_000 }, () => IMAGE);
    await expectRefused(imageToVideo(images), 'variables', 'maxValues');
  });

  it('Q13: of one image too many is refused by its own bound, in a variable and in the document', async () => {
    const images = Array.from({ length: 101 }, () => IMAGE);
    const path = 'input.gen4_5.promptImage';
    await expectRefused(imageToVideo(images), path, 'maxItems');
    const inside = `mutation($images: [CreateImageToVideoGen4_5PromptImageInput!]!) {
      createImageToVideo(input: { gen4_5: { promptText: "A fox", promptImage: $images, ratio: RATIO_1280_720, duration: 5 } }) { task { id } }
    }`;
    await expectRefused({ query: inside, variables: { images } }, path, 'maxItems');
    const literals = images.map(({ uri }) => `{ uri: "${uri}" }`).join(' ');
    const literal = `mutation { createImageToVideo(input: { gen4_5: {
      promptText: "A fox", promptImage: [${literals}], ratio: RATIO_1280_720, duration: 5 } }) { task { id } } }`;
    const { status, errors } = await ask(gateway.url, gateway.operatorKey, { query: literal });
    expect([status, rulesOf(errors)]).toEqual([400, [`${path} maxItems`]]);
    expect(instances).toBe(0);
  });

  it('Q13: of a million labels or statuses is refused as such', async () => {
    const query = 'query($filter: TaskFilterInput) { tasks(filter: $filter) { nodes { id } } }';
    for (const [name, value] of [
      ['labels', 'a'],
      ['statuses', 'QUEUED'],
    ] as const) {
      const many = (count: number): Request => ({
        query,
        variables: { filter: { [name]: Array.from({ length: count }, () => value) } },
      });
      await expectRefused(many(51), `filter.${name}`, 'maxItems');
      await expectRefused(many(1_000_000), 'variables', 'maxValues');
    }
  });

  it('Q13: nested deeper than any input is refused before it is walked', async () => {
    for (const levels of [DOCUMENT_LIMITS.valueLevelsMax, 5_000, 5_000_000]) {
      const nested = `${'['.repeat(levels)}${']'.repeat(levels)}`;
      const body = JSON.stringify(imageToVideo('NESTED')).replace('"NESTED"', nested);
      const answer = await post(gateway.url, body, jsonHeaders(gateway.operatorKey));
      expect([answer.status, rulesOf(answer.errors)]).toEqual([400, ['variables maxLevels']]);
    }
    expect(coercions()).toBe(0);
  });

  it('Q13: of text longer than its field takes is refused before its rules see it', async () => {
    const query =
      'mutation($input: CreateUploadInput!) { createUpload(input: $input) { uploadUrl } }';
    const filename = `${'.'.repeat(3_000_000)}!`;
    await expectRefused(
      { query, variables: { input: { filename } } },
      'input.filename',
      'maxLength',
    );
    const label = 'l'.repeat(2_000_000);
    const labelled = CREATE.replace('($input', '($label: String, $input').replace(
      '(input: $input',
      '(label: $label, input: $input',
    );
    const { variables } = imageToVideo([IMAGE]);
    await expectRefused(
      { query: labelled, variables: { ...variables, label } },
      'label',
      'maxLength',
    );
  });

  it('Q13: has one verdict on three transports', async () => {
    const variables = { id: Array.from({ length: 10_001 }, () => 1) };
    const query = 'subscription($id: ID!) { taskUpdated(id: $id) { cursor } }';
    for (const send of Object.values(transports)) {
      const errors = await send(gateway.url, gateway.operatorKey, { query, variables });
      // HTTP tells first that it carries no subscriptions.
      expect(['variables maxValues', undefined]).toContain(rulesOf(errors)[0]);
    }
  });
});

function rulesOf(errors: readonly WireError[]): string[] {
  return errors.flatMap(({ extensions: { issues = [] } }) =>
    issues.map(({ path, rule }) => `${path} ${rule}`),
  );
}
