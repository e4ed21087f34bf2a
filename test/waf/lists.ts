import type { Firewall } from '../support/firewall/firewall.js';
import { benignRequests } from './benign-requests.js';
import { HOSTILE_REQUESTS } from './hostile-requests.js';
import { sendBenign, sendHostile, type JudgedAnswer, type Target } from './wire-requests.js';

/** So many requests are under way at a time. */
const AT_ONCE = 6;

/** Of a hundred hostile requests, so many must be refused. */
const REFUSED_PERCENT_MIN = 95;

export interface ListResult {
  readonly list: string;
  readonly sent: number;
  readonly refused: number;
  /** What the gateway answered, with how often: `ok`, or the code of the first error. */
  readonly answers: Readonly<Record<string, number>>;
  /** Requests that were not treated as they must be. */
  readonly wrong: readonly string[];
  readonly isGood: boolean;
}

/** Sends every hostile request. Those that pass are told, and must be few. */
export async function tryHostile(target: Target): Promise<ListResult> {
  const wrong: string[] = [];
  await each(HOSTILE_REQUESTS, async (row) => {
    const { by, status } = await sendHostile(target, row);
    if (by === 'gateway') {
      wrong.push(`${String(row.rule)} ${row.place} ${JSON.stringify(row.text)}: ${String(status)}`);
    }
  });
  const sent = HOSTILE_REQUESTS.length;
  const refused = sent - wrong.length;
  const isGood = sent >= 100 && refused * 100 >= sent * REFUSED_PERCENT_MIN;
  return { list: 'hostile', sent, refused, answers: {}, wrong, isGood };
}

/** Sends every benign request of a kind: each must reach the gateway. */
export async function tryBenign(target: Target, firewall: Firewall): Promise<ListResult[]> {
  const results: ListResult[] = [];
  for (const [list, requests] of benignRequests()) {
    const wrong: string[] = [];
    const answers: Record<string, number> = {};
    let refused = 0;
    await each(requests, async (request) => {
      const answer = await sendBenign(target, request);
      if (answer.by === 'firewall') {
        const rules = firewall.rulesOf(answer.requestId).join(', ');
        wrong.push(`${request.name}: ${String(answer.status)}, rules ${rules}`);
        refused += 1;
        return;
      }
      const told = answerOf(answer);
      answers[told] = (answers[told] ?? 0) + 1;
      if (told !== 'ok' && request.codes?.includes(told) !== true)
        wrong.push(`${request.name}: ${told} ${answer.text.slice(0, 200)}`);
    });
    const isGood = requests.length > 0 && wrong.length === 0;
    results.push({ list, sent: requests.length, refused, answers, wrong, isGood });
  }
  return results;
}

/** `ok`, or the code of the first error. */
function answerOf({ status, text }: JudgedAnswer): string {
  if (status === 200 && !text.includes('"errors":[')) return 'ok';
  return /"code":"(\w+)"/.exec(text)?.[1] ?? String(status);
}

async function each<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  const inTurn = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, inTurn));
}
