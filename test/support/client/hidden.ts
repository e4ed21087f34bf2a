import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import type { ErrorCode } from '../../../src/error-registry.js';
import { COUNTED_HEADERS, withoutCost } from './counted.js';
import type { TestGateway } from '../gateway/start-gateway.js';
import { openStream } from './streams.js';

/** An id that does not exist. */
export const MISSING_ID = '00000000-0000-4000-8000-000000000000';

/** Headers that differ between any two answers. */
const OWN_HEADERS = ['date', 'x-request-id', ...COUNTED_HEADERS];

/** An answer byte for byte, but for what names the request. */
interface Told {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly text: string;
}

/**
 * Asserts that another tenant's resource is answered exactly as one that does not exist: status,
 * headers and bytes, and that Runway is not asked.
 */
export async function expectHidden<Data, Variables>(
  gateway: TestGateway,
  key: string,
  document: TypedDocumentNode<Data, Variables>,
  variablesOf: (id: string) => Variables,
  theirs: string,
  { missing = MISSING_ID, code = 'NOT_FOUND' }: { missing?: string; code?: ErrorCode } = {},
): Promise<void> {
  gateway.emulator.clearRequests();
  const [foreign, none] = [
    await tell(gateway, key, document, variablesOf(theirs)),
    await tell(gateway, key, document, variablesOf(missing)),
  ];
  expect(foreign).toEqual(none);
  expect(foreign.text).toContain(`"code":"${code}"`);
  expect(gateway.emulator.requests()).toEqual([]);
}

/** The same for a subscription, which is refused before it opens. */
export async function expectStreamHidden<Data>(
  gateway: TestGateway,
  key: string,
  document: TypedDocumentNode<Data, { id: string }>,
  theirs: string,
): Promise<void> {
  gateway.emulator.clearRequests();
  const outcomes: string[] = [];
  for (const id of [theirs, MISSING_ID]) {
    const stream = openStream(gateway.url, key, document, { id });
    const outcome = await stream.next().then(
      () => 'opened',
      (error: unknown) => withoutRequestId(String(error)),
    );
    await stream.close();
    outcomes.push(outcome);
  }
  expect(outcomes[0]).toContain('NOT_FOUND');
  expect(outcomes[0]).toBe(outcomes[1]);
  expect(gateway.emulator.requests()).toEqual([]);
}

async function tell<Data, Variables>(
  gateway: TestGateway,
  key: string,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Told> {
  const response = await gateway.post({ query: print(document), variables }, key);
  return {
    status: response.status,
    headers: [...response.headers].filter(([name]) => !OWN_HEADERS.includes(name)),
    text: withoutRequestId(await response.text()),
  };
}

function withoutRequestId(text: string): string {
  return withoutCost(text.replace(/"requestId":"[^"]*"/g, '"requestId":"any"'));
}
