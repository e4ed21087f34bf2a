import type { ReadOutcome, SubmitOutcome } from '../domain/runway-answer.js';
import { UnreachableCase } from '../domain/unreachable-case.js';
import type { SdkMethod } from '../generated/facts/sdk-methods.js';
import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { GatedCall, Health } from '../ports/runway-gate.js';
import { Circuit } from './circuit.js';

/** Failures in a row, of different things, that open a breaker. */
const FAILURES_MAX = 5;

/** Models that are watched; closed circuits of others are forgotten first. */
const MODELS_MAX = 500;

/** Where a submission goes. */
export interface Destination {
  readonly runwayAccount: string;
  /** Null where Runway chooses it, or there is none. */
  readonly model: string | null;
  /** Stands in for the model where that is null; without either only the account is looked at. */
  readonly sdkMethod?: SdkMethod;
}

/**
 * Circuit breakers around Runway: one for each account as a whole, one for each model in it, or SDK
 * method where there is no model. While one is open, nothing is sent but one probe in 10 s; a probe
 * is a real submission or a real call. A model that answers badly is the model's matter; who cannot
 * be reached, proven or authorised is the account's, and so are five things in a row that fail.
 */
export class Breakers {
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #accounts = new Map<string, readonly Circuit[]>();
  readonly #models = new Map<string, Circuit>();

  constructor(options: { readonly clock: Clock; readonly log: Logger }) {
    this.#clock = options.clock;
    this.#log = options.log;
  }

  /** Until a submission may be tried, in ms; 0: now. */
  submitWaitMs(destination: Destination): number {
    const { runwayAccount } = destination;
    const circuits = [...this.#account(runwayAccount), ...this.#destination(destination)];
    return longest(circuits);
  }

  /** Sends unless a breaker is open; undefined: nothing was called. */
  async submit(
    destination: Destination & { readonly taskId: string },
    call: () => Promise<SubmitOutcome>,
  ): Promise<SubmitOutcome | undefined> {
    const ofAccount = this.#account(destination.runwayAccount);
    const ofModel = this.#destination(destination);
    if (longest([...ofAccount, ...ofModel]) > 0) return undefined;
    const [accountNotes, modelNotes] = [begin(ofAccount), begin(ofModel)];
    const outcome = await call();
    const { taskId: subject } = destination;
    const health = healthOfSubmission(outcome);
    // What becomes of one model's requests is one thing, however many there are.
    const suspect = health === 'doubtful' ? keyOf(destination) : subject;
    for (const note of accountNotes) await note({ health, subject: suspect });
    const ofItself = isModelFailure(outcome) ? 'bad' : 'good';
    for (const note of modelNotes) await note({ health: ofItself, subject });
    return outcome;
  }

  /** Until anything else may be tried, in ms; 0: now. */
  readWaitMs(runwayAccount: string): number {
    return longest(this.#account(runwayAccount));
  }

  /** Reads a task unless the account's breaker is open; undefined: nothing was called. */
  async read(
    { runwayAccount: account, taskId: subject }: { runwayAccount: string; taskId: string },
    make: () => Promise<ReadOutcome>,
  ): Promise<ReadOutcome | undefined> {
    if (this.readWaitMs(account) > 0) return undefined;
    return await this.call({ account, subject, make, healthOf: healthOfRead });
  }

  /** Any other call: only when `readWaitMs` is 0, and without anything in between. */
  async call<Answer>({
    account,
    subject,
    make,
    healthOf,
  }: Omit<GatedCall<Answer>, 'kind'>): Promise<Answer> {
    const notes = begin(this.#account(account));
    const answer = await make();
    for (const note of notes) await note({ health: healthOf(answer), subject });
    return answer;
  }

  /**
   * Two circuits: what is broken opens at once, what is bad only in a row. Who was broken is so
   * until something is good; that a probe got nowhere says nothing about it.
   */
  #account(account: string): readonly Circuit[] {
    const known = this.#accounts.get(account);
    if (known !== undefined) return known;
    const circuits = [
      this.#circuit({ account }, 1, (health, isClosed) =>
        isClosed ? health === 'broken' : health !== 'good',
      ),
      this.#circuit({ account }, FAILURES_MAX, isBad),
    ];
    this.#accounts.set(account, circuits);
    return circuits;
  }

  /** That of the model or SDK method, if either is known. */
  #destination(destination: Destination): readonly Circuit[] {
    const { runwayAccount: account, model, sdkMethod } = destination;
    if (model === null && sdkMethod === undefined) return [];
    const key = `${account} ${keyOf(destination)}`;
    const known = this.#models.get(key);
    if (known !== undefined) return [known];
    if (this.#models.size >= MODELS_MAX) {
      const idle = [...this.#models].find(([, { isClosed }]) => isClosed);
      if (idle !== undefined) this.#models.delete(idle[0]);
    }
    const subject = model === null ? { account, method: sdkMethod } : { account, model };
    const circuit = this.#circuit(subject, FAILURES_MAX, isBad);
    this.#models.set(key, circuit);
    return [circuit];
  }

  #circuit(
    subject: object,
    failuresMax: number,
    isFailure: (health: Health, isClosed: boolean) => boolean,
  ): Circuit {
    const log = this.#log;
    const onChange = (isOpen: boolean): void => {
      if (isOpen) log.error(subject, 'Runway is failing: nothing is sent but a probe now and then');
      else log.info(subject, 'Runway has recovered');
    };
    return new Circuit({ clock: this.#clock, isFailure, failuresMax, onChange });
  }
}

function longest(circuits: readonly Circuit[]): number {
  return Math.max(0, ...circuits.map(({ waitMs }) => waitMs));
}

function begin(circuits: readonly Circuit[]) {
  return circuits.map((circuit) => circuit.begin());
}

function keyOf({ model, sdkMethod }: Destination): string {
  return model ?? sdkMethod ?? '';
}

function isBad(health: Health): boolean {
  return health === 'bad' || health === 'doubtful';
}

/** What an answer says of the account. 429 and the other refusals say that it works. */
function healthOfSubmission(outcome: SubmitOutcome): Health {
  switch (outcome.kind) {
    case 'unsent':
      return 'bad';
    case 'untrusted':
      return 'broken';
    case 'ambiguous':
      return 'doubtful';
    case 'refused':
      return isUnauthorized(outcome.refusal.status) ? 'broken' : 'good';
    case 'accepted':
    case 'deferred':
      return 'good';
    default:
      throw new UnreachableCase(outcome);
  }
}

function healthOfRead(outcome: ReadOutcome): Health {
  switch (outcome.kind) {
    case 'unavailable':
      if (outcome.status === null || outcome.status >= 500) return 'bad';
      return isUnauthorized(outcome.status) ? 'broken' : 'good';
    case 'state':
    case 'missing':
      return 'good';
    default:
      throw new UnreachableCase(outcome);
  }
}

function isUnauthorized(status: number): boolean {
  return status === 401 || status === 403;
}

function isModelFailure({ kind }: SubmitOutcome): boolean {
  return kind === 'ambiguous' || kind === 'unsent' || kind === 'untrusted';
}
