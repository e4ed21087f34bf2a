import RunwayML from '@runwayml/sdk';
import { Refusal } from '../../src/emulator/server/handler.js';
import { validate } from '../../src/emulator/server/validation.js';
import type { JsonSchema } from '../../src/generated/facts/request-schemas.js';
import { RESPONSE_SCHEMAS } from '../../src/generated/facts/response-schemas.js';
import { SDK_METHODS, type SdkMethod } from '../../src/generated/facts/sdk-methods.js';
import { useEmulator } from './harness.js';
import { SDK_CALLS } from './sdk-calls.js';

const harness = useEmulator({ taskSeconds: 10, processingSeconds: 10, provisioningSeconds: 2 });

const METHODS = Object.keys(SDK_METHODS) as SdkMethod[];

/**
 * States that the SDK declares and that no call brings about: a task that was cancelled is gone, and a
 * request that named no router stands in no router's history.
 */
const UNREACHABLE: Partial<Record<SdkMethod, readonly string[]>> = {
  'routers.listRequests': ['router_config_not_found'],
  'tasks.retrieve': ['CANCELLED'],
  'workflowInvocations.retrieve': ['CANCELLED'],
};

interface RecordedAnswer {
  readonly method: SdkMethod;
  readonly status: number;
  /** Undefined for an empty body. */
  readonly body: unknown;
}

describe("every method of Runway's SDK", () => {
  it('has a call here', () => {
    expect(Object.keys(SDK_CALLS).sort()).toEqual([...METHODS].sort());
  });

  it.each(METHODS)('%s answers as the SDK declares, in every state', async (method) => {
    const answers: RecordedAnswer[] = [];
    const sdk = new RunwayML({
      apiKey: 'key_test',
      baseURL: harness.emulator.url,
      maxRetries: 0,
      logLevel: 'off',
      fetch: recordingFetch(answers),
    });
    const resolved: unknown = await SDK_CALLS[method]({ sdk, harness });

    const own = answers.filter((answer) => answer.method === method && answer.status < 300);
    expect(own.length).toBeGreaterThan(0);
    // The SDK makes an answer of its own of an upload: it has posted the file meanwhile.
    const isUpload = method === 'uploads.createEphemeral';
    const bodies = isUpload ? [resolved] : own.map(({ body }) => body);
    const schema = RESPONSE_SCHEMAS[method];
    if (schema === null) {
      expect(own.map(({ status, body }) => [status, body])).toEqual(
        own.map(() => [204, undefined]),
      );
      return;
    }
    expect(bodies.map((body) => findings(schema, body))).toEqual(bodies.map(() => []));
    const declared = statesIn(schema).filter(
      (state) => UNREACHABLE[method]?.includes(state) !== true,
    );
    expect([...new Set(bodies.flatMap(statesOf))].sort()).toEqual(expect.arrayContaining(declared));
  });

  it('is driven through all its states', () => {
    const stateful = METHODS.filter((method) => statesIn(RESPONSE_SCHEMAS[method]).length > 1);
    expect(stateful).toEqual(
      expect.arrayContaining([
        'avatars.create',
        'avatars.list',
        'voices.retrieve',
        'realtimeSessions.retrieve',
        'avatarConversations.list',
        'avatarConversations.retrieve',
        'routers.listRequests',
        'tasks.retrieve',
        'workflowInvocations.retrieve',
      ]),
    );
  });
});

/** The machine's fetch, which notes what every method of Runway's answered. */
function recordingFetch(answers: RecordedAnswer[]): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const method = METHODS.find((one) => isCall(one, init?.method ?? 'GET', pathname));
    if (method) {
      const text = await response.clone().text();
      const body: unknown = text === '' ? undefined : JSON.parse(text);
      answers.push({ method, status: response.status, body });
    }
    return response;
  };
}

function isCall(method: SdkMethod, verb: string, pathname: string): boolean {
  const call = SDK_METHODS[method];
  const parts = call.path.split('/');
  const given = pathname.split('/');
  return (
    call.verb === verb.toUpperCase() &&
    parts.length === given.length &&
    parts.every((part, index) => part === '{id}' || part === given[index])
  );
}

function findings(schema: JsonSchema, body: unknown): unknown {
  try {
    validate(schema, body);
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.answer.body;
    throw error;
  }
}

/** The states that a schema tells apart, whether it is of one object or of a page of them. */
function statesIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { anyOf, properties } = schema as {
    anyOf?: unknown[];
    properties?: {
      status?: { const?: string; enum?: string[] };
      data?: { items?: unknown };
    };
  };
  return [
    ...(properties?.status?.const === undefined ? [] : [properties.status.const]),
    ...(properties?.status?.enum ?? []),
    ...(anyOf ?? []).flatMap(statesIn),
    ...statesIn(properties?.data?.items),
  ];
}

function statesOf(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  const { status, data } = body as { status?: string; data?: unknown[] };
  return [
    ...(typeof status === 'string' ? [status] : []),
    ...(Array.isArray(data) ? data.flatMap(statesOf) : []),
  ];
}
