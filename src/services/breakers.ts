import type { ReadOutcome, SubmitOutcome } from '../domain/runway-answer.js';
import { UnreachableCase } from '../domain/unreachable-case.js';
import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { SlotPool } from '../ports/task-store.js';
import { Circuit, type Health } from './circuit.js';

/** Failures in a row that open a breaker. */
const FAILURES_MAX = 5;

/** Models that are watched; closed circuits of others are forgotten first. */
const MODELS_MAX = 500;

type Answer = SubmitOutcome | ReadOutcome;

/**
 * Circuit breakers around Runway: one for each account as a whole, one for each model in it. While
 * one is open, nothing is sent but one probe in 10 s; a probe is a real submission or a real read.
 * A model that answers badly is the model's matter; who cannot be reached, proven or authorised is
 * the account's.
 */
export class Breakers {
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #accounts = new Map<string, readonly Circuit<Answer>[]>();
  readonly #models = new Map<string, Circuit<Answer>>();

  constructor(options: { readonly clock: Clock; readonly log: Logger }) {
    this.#clock = options.clock;
    this.#log = options.log;
  }

  /** Until a submission may be tried, in ms; 0: now. */
  submitWaitMs(pool: SlotPool): number {
    const circuits = [...this.#account(pool.runwayAccount), this.#model(pool)];
    return Math.max(...circuits.map(({ waitMs }) => waitMs));
  }

  /** Sends unless a breaker is open; undefined: nothing was called. */
  async submit(
    pool: SlotPool,
    call: () => Promise<SubmitOutcome>,
  ): Promise<SubmitOutcome | undefined> {
    const circuits = [...this.#account(pool.runwayAccount), this.#model(pool)];
    return (await through(circuits, call)) as SubmitOutcome | undefined;
  }

  /** Until a read may be tried, in ms; 0: now. */
  readWaitMs(runwayAccount: string): number {
    return Math.max(...this.#account(runwayAccount).map(({ waitMs }) => waitMs));
  }

  /** Reads unless the account's breaker is open; undefined: nothing was called. */
  async read(
    runwayAccount: string,
    call: () => Promise<ReadOutcome>,
  ): Promise<ReadOutcome | undefined> {
    return (await through(this.#account(runwayAccount), call)) as ReadOutcome | undefined;
  }

  /** Two circuits: what is broken opens at once, what is bad only in a row. */
  #account(account: string): readonly Circuit<Answer>[] {
    const known = this.#accounts.get(account);
    if (known !== undefined) return known;
    const circuits = [
      this.#circuit({ account }, 1, (answer) => accountHealth(answer) === 'broken'),
      this.#circuit({ account }, FAILURES_MAX, (answer) => accountHealth(answer) === 'bad'),
    ];
    this.#accounts.set(account, circuits);
    return circuits;
  }

  #model({ runwayAccount: account, model }: SlotPool): Circuit<Answer> {
    const key = `${account} ${model ?? ''}`;
    const known = this.#models.get(key);
    if (known !== undefined) return known;
    if (this.#models.size >= MODELS_MAX) {
      const idle = [...this.#models].find(([, { isClosed }]) => isClosed);
      if (idle !== undefined) this.#models.delete(idle[0]);
    }
    const circuit = this.#circuit({ account, model }, FAILURES_MAX, isModelFailure);
    this.#models.set(key, circuit);
    return circuit;
  }

  #circuit(
    subject: { readonly account: string; readonly model?: string | null },
    failuresMax: number,
    isFailure: (answer: Answer) => boolean,
  ): Circuit<Answer> {
    const log = this.#log;
    const onChange = (isOpen: boolean): void => {
      if (isOpen) log.error(subject, 'Runway is failing: nothing is sent but a probe now and then');
      else log.info(subject, 'Runway has recovered');
    };
    return new Circuit({ clock: this.#clock, isFailure, failuresMax, onChange });
  }
}

/** Through all circuits from the outside in, or through none. */
async function through(
  circuits: readonly Circuit<Answer>[],
  call: () => Promise<Answer>,
): Promise<Answer | undefined> {
  if (circuits.some(({ waitMs }) => waitMs > 0)) return undefined;
  const all = circuits.reduceRight((inner, circuit) => () => circuit.run(inner), call);
  return await all();
}

/** What an answer says of the account. 429 and the other refusals say that it works. */
function accountHealth(answer: Answer): Health {
  switch (answer.kind) {
    case 'unsent':
      return 'bad';
    case 'untrusted':
      return 'broken';
    case 'refused':
      return isUnauthorized(answer.refusal.status) ? 'broken' : 'good';
    case 'unavailable':
      if (answer.status === null || answer.status >= 500) return 'bad';
      return isUnauthorized(answer.status) ? 'broken' : 'good';
    case 'accepted':
    case 'ambiguous':
    case 'deferred':
    case 'state':
    case 'missing':
      return 'good';
    default:
      throw new UnreachableCase(answer);
  }
}

function isUnauthorized(status: number): boolean {
  return status === 401 || status === 403;
}

function isModelFailure({ kind }: Answer): boolean {
  return kind === 'ambiguous' || kind === 'unsent' || kind === 'untrusted';
}
