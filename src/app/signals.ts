import type { ReachedLimit } from '../services/organization/account-alarms.js';

/** What parts of the gateway tell each other, each with the value that goes with it. */
interface Signals {
  /** A task at Runway may be due to be read. */
  readonly poll: undefined;
  /** A submission may be due to be sent. */
  readonly submission: undefined;
  /** An output may be due to be uploaded. */
  readonly outputUpload: undefined;
  /** A tenant is to be removed. */
  readonly removal: undefined;
  /** The limits of a tenant have changed. */
  readonly limits: undefined;
  /** An output may be due to be archived. */
  readonly archive: undefined;
  /** There may be new security alerts, or fewer answers to them. */
  readonly alerts: undefined;
  /** There are new events, which webhooks may have to be told of. */
  readonly events: undefined;
  /** Deliveries of webhooks may be due. */
  readonly webhooks: undefined;
  /** A Runway account has used so many percent of one of its limits. */
  readonly accountLimit: ReachedLimit;
  /** A tenant's own Runway account, by name, has another secret or is no more. */
  readonly accountChanged: string;
  /** The secret that the operator has stored; null: there is none any more. */
  readonly operatorSecret: string | null;
}

/** Signals that carry nothing. */
type Wake = {
  [Name in keyof Signals]: Signals[Name] extends undefined ? Name : never;
}[keyof Signals];

type Listener<Name extends keyof Signals> = (value: Signals[Name]) => void;

/** Carries signals between parts that are built one after the other. What nothing hears is lost. */
export class SignalBus {
  readonly #listeners: { [Name in keyof Signals]?: Listener<Name>[] } = {};

  on<Name extends keyof Signals>(name: Name, listener: Listener<Name>): void {
    const listeners: Listener<Name>[] = (this.#listeners[name] ??= []);
    listeners.push(listener);
  }

  /** Bound, so that it can be handed on as a callback. */
  readonly wake = (name: Wake): void => {
    this.send(name, undefined);
  };

  send<Name extends keyof Signals>(name: Name, value: Signals[Name]): void {
    for (const listener of this.#listeners[name] ?? []) listener(value);
  }
}
