import type { RecordedRequest } from '../../src/emulator/control/recorded-requests.js';

const BUYING_PATH = '/v1/text_to_video';

/**
 * How often each prompt reached Runway in a paid request, whatever it answered. A body that could not
 * be read counts as a prompt of its own, so that it is not overlooked.
 */
export function paymentsOf(
  requests: readonly Pick<RecordedRequest, 'method' | 'path' | 'body'>[],
): ReadonlyMap<string, number> {
  const payments = new Map<string, number>();
  for (const { method, path, body } of requests) {
    if (method !== 'POST' || path !== BUYING_PATH) continue;
    const { promptText = 'without a prompt' } = (body ?? {}) as { readonly promptText?: string };
    payments.set(promptText, (payments.get(promptText) ?? 0) + 1);
  }
  return payments;
}

/** What differs from `expected`, each of which must have been paid for once; undefined: nothing. */
export function paymentFault(
  payments: ReadonlyMap<string, number>,
  expected: readonly string[],
): string | undefined {
  const faults = [
    ...expected.filter((prompt) => !payments.has(prompt)).map((prompt) => `${prompt}: never`),
    ...[...payments].flatMap(([prompt, count]) =>
      count === 1 && expected.includes(prompt) ? [] : [`${prompt}: ${String(count)} times`],
    ),
  ];
  return faults.length === 0 ? undefined : faults.join(', ');
}
