import { decisionFor, type Health } from '../../domain/submission/submission-decisions.js';
import type { ReadOutcome } from '../../domain/runway-answer.js';
import type { PostResult } from '../../domain/submission/submission-result.js';
import { UnreachableCase } from '../../domain/unreachable-case.js';
import { GatewayError } from '../../errors.js';
import type { SdkMethod } from '../../generated/facts/sdk-methods.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { GatedCall } from '../../ports/upstream/runway-gate.js';
import { Circuit } from './circuit.js';

/** Failures in a row, of different subjects, that open a breaker. */
const FAILURES_MAX = 5;

/** Models that are watched; closed circuits of others are forgotten first. */
const MODELS_MAX = 500;

/** The target of a submission. */
export interface Destination {
  readonly runwayAccount: string;
  /** Null if Runway chooses the model, or there is none. */
  readonly model: string | null;
  /** Used in place of a null model. Without either, only the account's breaker counts. */
  readonly sdkMethod?: SdkMethod;
}

/**
 * Circuit breakers around Runway: some for each account as a whole, some for each model in it, or
 * SDK method where there is no model. While one is open, nothing is sent but one probe in 10 s; a
 * probe is a real submission or a real call. Bad answers of a model, or a secret that may not use
 * it (403), open the model's breaker. The account's breaker opens when Runway cannot be reached,
 * cannot prove its identity or refuses the secret (401), and after failures of five subjects in a
 * row.
 */
export class Breakers {
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #accounts = new Map<string, readonly Circuit[]>();
  readonly #models = new Map<string, readonly Circuit[]>();

  constructor(options: { readonly clock: Clock; readonly log: Logger }) {
    this.#clock = options.clock;
    this.#log = options.log;
  }

  /** Until a submission may be tried, in ms; 0: now. */
  submitWaitMs(destination: Destination): number {
    return longest(this.#before(destination));
  }

  /** Whether a submission has to wait because Runway refuses the account's secret. */
  isUnauthorized(destination: Destination): boolean {
    return isUnauthorized(this.#before(destination));
  }

  /** The error for a submission while it may not be tried; undefined: it may. */
  submitRefusal(destination: Destination): GatewayError | undefined {
    return refusalOf(this.#before(destination));
  }

  #before(destination: Destination): readonly Circuit[] {
    return [...this.#account(destination.runwayAccount), ...this.#destination(destination)];
  }

  /** Sends unless a breaker is open; undefined: nothing was called. */
  async submit(
    destination: Destination & { readonly taskId: string },
    call: () => Promise<PostResult>,
  ): Promise<PostResult | undefined> {
    const ofAccount = this.#account(destination.runwayAccount);
    const ofModel = this.#destination(destination);
    if (longest([...ofAccount, ...ofModel]) > 0) return undefined;
    const [accountNotes, modelNotes] = [begin(ofAccount), begin(ofModel)];
    const outcome = await call();
    const { taskId: subject } = destination;
    const { account: health, model: ofItself } = decisionFor(outcome);
    // The outcomes of one model’s requests count as one, however many there are.
    const suspect = health === 'doubtful' ? keyOf(destination) : subject;
    if (health !== 'NOT_TOLD') for (const note of accountNotes) note({ health, subject: suspect });
    if (ofItself !== 'NOT_TOLD') for (const note of modelNotes) note({ health: ofItself, subject });
    return outcome;
  }

  /** The error for any other call while it may not be tried; undefined: it may. */
  readRefusal(runwayAccount: string): GatewayError | undefined {
    return refusalOf(this.#account(runwayAccount));
  }

  /** Until any other call may be tried, in ms; 0: now. */
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

  /** Any other call. Call it only when `readWaitMs` is 0, with no step in between. */
  async call<Answer>({
    account,
    subject,
    make,
    healthOf,
  }: Omit<GatedCall<Answer>, 'kind'>): Promise<Answer> {
    const notes = begin(this.#account(account));
    const answer = await make();
    for (const note of notes) note({ health: healthOf(answer), subject });
    return answer;
  }

  /** Accounts and models whose breaker is open, each once. */
  listOpen(): readonly { readonly account: string; readonly target: 'account' | 'model' }[] {
    const openIn = (circuits: ReadonlyMap<string, readonly Circuit[]>): readonly string[] =>
      [...circuits].filter(([, all]) => all.some(({ isClosed }) => !isClosed)).map(([key]) => key);
    return [
      ...openIn(this.#accounts).map((account) => ({ account, target: 'account' as const })),
      ...openIn(this.#models).map((key) => ({
        account: key.slice(0, key.indexOf(' ')),
        target: 'model' as const,
      })),
    ];
  }

  /** The account has another secret, or is no longer used. */
  forget(account: string): void {
    this.#accounts.delete(account);
    for (const key of this.#models.keys()) {
      if (key.startsWith(`${account} `)) this.#models.delete(key);
    }
  }

  #account(account: string): readonly Circuit[] {
    const known = this.#accounts.get(account);
    if (known !== undefined) return known;
    const circuits = this.#circuits({ account });
    this.#accounts.set(account, circuits);
    return circuits;
  }

  /** The circuits of the model or SDK method, if either is known. */
  #destination(destination: Destination): readonly Circuit[] {
    const { runwayAccount: account, model, sdkMethod } = destination;
    if (model === null && sdkMethod === undefined) return [];
    const key = `${account} ${keyOf(destination)}`;
    const known = this.#models.get(key);
    if (known !== undefined) return known;
    if (this.#models.size >= MODELS_MAX) {
      const idle = [...this.#models].find(([, all]) => all.every(({ isClosed }) => isClosed));
      if (idle !== undefined) this.#models.delete(idle[0]);
    }
    const subject = model === null ? { account, method: sdkMethod } : { account, model };
    const circuits = this.#circuits(subject);
    this.#models.set(key, circuits);
    return circuits;
  }

  /**
   * Two circuits of one target. A broken Runway or a refused secret opens the first at once. Bad
   * answers open the second, only in a row. Only a good answer closes the first: a probe without an
   * answer says nothing about it.
   */
  #circuits(subject: object): readonly Circuit[] {
    return [
      this.#circuit(subject, 1, (health, isClosed) =>
        isClosed ? health === 'broken' || health === 'unauthorized' : health !== 'good',
      ),
      this.#circuit(subject, FAILURES_MAX, isBad),
    ];
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

function isUnauthorized(circuits: readonly Circuit[]): boolean {
  return circuits.some((circuit) => circuit.waitMs > 0 && circuit.isUnauthorized);
}

/** Only an operator can replace a refused secret, so the error names no time to try again. */
function refusalOf(circuits: readonly Circuit[]): GatewayError | undefined {
  const retryAfterMs = longest(circuits);
  if (retryAfterMs === 0) return undefined;
  const detail = 'a breaker is open';
  return isUnauthorized(circuits)
    ? new GatewayError('RUNWAY_UNAUTHORIZED', { detail })
    : new GatewayError('RUNWAY_UNAVAILABLE', { retryAfterMs, detail });
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

function healthOfRead(outcome: ReadOutcome): Health {
  switch (outcome.kind) {
    case 'unavailable':
      if (outcome.status === null || outcome.status >= 500) return 'bad';
      return outcome.status === 401 ? 'unauthorized' : 'good';
    case 'state':
    case 'missing':
      return 'good';
    default:
      throw new UnreachableCase(outcome);
  }
}
