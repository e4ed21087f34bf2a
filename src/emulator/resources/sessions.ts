import { randomBytes } from 'node:crypto';
import { DOC_URL, refuse } from '../server/handler.js';
import type { Clock } from '../server/emulator-clock.js';
import { Collection, type Identity } from './collection.js';
import type { Credits } from '../organization/account-credits.js';
import type { RunFailure } from '../tasks/runs.js';
import type { Settings } from '../control/emulator-settings.js';

export type SessionAvatar =
  | { readonly type: 'runway-preset'; readonly presetId: string }
  | { readonly type: 'custom'; readonly avatarId: string };

export interface SessionTool {
  readonly type: 'client_event' | 'backend_rpc';
  readonly name: string;
  readonly description: string;
}

export interface SessionPlan {
  readonly avatar: SessionAvatar;
  /** Seconds. */
  readonly maxDuration: number;
  /** What the avatar says first. */
  readonly startScript: string;
  readonly tools: readonly SessionTool[];
  /** Set when it will never be READY. */
  readonly failure: RunFailure | undefined;
}

export type SessionState =
  | { readonly status: 'NOT_READY' }
  | { readonly status: 'READY'; readonly sessionKey: string; readonly expiresAtMs: number }
  | { readonly status: 'RUNNING'; readonly startedAtMs: number }
  | { readonly status: 'COMPLETED'; readonly startedAtMs: number; readonly endedAtMs: number }
  | { readonly status: 'FAILED'; readonly endedAtMs: number; readonly failure: RunFailure }
  | {
      readonly status: 'CANCELLED';
      /** Undefined until a participant has connected. */
      readonly startedAtMs: number | undefined;
      readonly endedAtMs: number;
    };

export interface Session extends Identity {
  readonly plan: SessionPlan;
  state: SessionState;
  /** Whether its conversation was deleted; the session itself stays. */
  isForgotten: boolean;
}

export const SESSION_MODEL = 'gwm1_avatars';
/** Credits, and the time that the second sum buys. Source: Runway's price list. */
const UPFRONT = 2;
const PER_STEP = 2;
const STEP_MS = 6_000;

/** A code of the emulator's own: Runway does not say which one such a session has. */
const EXPIRED: RunFailure = {
  code: 'SESSION.EXPIRED',
  text: 'No participant connected before the session key expired.',
  isRefunded: false,
};

/** Realtime sessions and their life. As with runs, every look brings them up to the present. */
export class Sessions {
  readonly #all: Collection<Session>;
  readonly #live = new Set<Session>();

  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly credits: Credits,
  ) {
    this.#all = new Collection(clock, 'Realtime Session');
  }

  /** Accepts a session. Refused with 400 when the credits do not suffice to start it. */
  create(plan: SessionPlan): Session {
    this.catchUp();
    if (!this.credits.take(SESSION_MODEL, UPFRONT)) {
      throw refuse(400, 'You do not have enough credits to run this task.', { docUrl: DOC_URL });
    }
    const session = this.#add(this.#all.identity(), plan, { status: 'NOT_READY' });
    this.#live.add(session);
    return session;
  }

  /** A session that was held elsewhere, and is over. */
  addCompleted(id: string, at: string, plan: SessionPlan, seconds: number): void {
    const startedAtMs = Date.parse(at);
    const endedAtMs = startedAtMs + seconds * 1_000;
    const state = { status: 'COMPLETED', startedAtMs, endedAtMs } as const;
    this.#add(this.#all.identity({ id, at }), plan, state);
  }

  /** Refuses with 404 an id that names no session. */
  get(id: string): Session {
    this.catchUp();
    return this.#all.get(id);
  }

  find(id: string): Session | undefined {
    this.catchUp();
    return this.#all.find(id);
  }

  /** All of them, oldest first. */
  list(): Session[] {
    this.catchUp();
    return [...this.#all];
  }

  /**
   * A participant connects. Refused with 401 for another key, with 409 for a session that is not
   * READY.
   */
  consume(id: string, sessionKey: string): void {
    const session = this.get(id);
    const { state } = session;
    if (state.status !== 'READY') throw refuse(409, 'The session is not ready to be consumed');
    if (state.sessionKey !== sessionKey) throw refuse(401, 'The session key is not valid');
    session.state = { status: 'RUNNING', startedAtMs: this.clock.now().getTime() };
  }

  /** Ends a live session at once; one that is over stays as it is. */
  cancel(session: Session): void {
    this.catchUp();
    if (!this.#live.has(session)) return;
    const { state } = session;
    const startedAtMs = state.status === 'RUNNING' ? state.startedAtMs : undefined;
    this.#end(session, {
      status: 'CANCELLED',
      startedAtMs,
      endedAtMs: this.clock.now().getTime(),
    });
  }

  /** Does what has come due, each at its own moment. */
  catchUp(): void {
    const nowMs = this.clock.now().getTime();
    for (const session of this.#live) {
      while (this.#live.has(session) && this.#step(session, nowMs));
    }
  }

  /** Takes a session one state on, if that is due; false when it is not. */
  #step(session: Session, nowMs: number): boolean {
    const { state, plan } = session;
    switch (state.status) {
      case 'NOT_READY': {
        const dueMs = session.createdAtMs + this.settings.provisioningSeconds * 1_000;
        if (dueMs > nowMs) return false;
        if (plan.failure) {
          this.#end(session, { status: 'FAILED', endedAtMs: dueMs, failure: plan.failure });
          return true;
        }
        const sessionKey = randomBytes(32).toString('base64url');
        const expiresAtMs = dueMs + this.settings.sessionKeySeconds * 1_000;
        session.state = { status: 'READY', sessionKey, expiresAtMs };
        return true;
      }
      case 'READY':
        if (state.expiresAtMs > nowMs) return false;
        this.#end(session, { status: 'FAILED', endedAtMs: state.expiresAtMs, failure: EXPIRED });
        return true;
      case 'RUNNING': {
        const { startedAtMs } = state;
        const endedAtMs = startedAtMs + plan.maxDuration * 1_000;
        if (endedAtMs > nowMs) return false;
        this.#end(session, { status: 'COMPLETED', startedAtMs, endedAtMs });
        return true;
      }
      default:
        return false;
    }
  }

  /** What was used is paid at the end, as far as there are credits. */
  #end(session: Session, state: SessionState): void {
    session.state = state;
    this.#live.delete(session);
    const steps = Math.ceil((measuredMs(state, this.clock.now()) ?? 0) / STEP_MS);
    const due = Math.min(steps * PER_STEP, this.settings.credits);
    if (due > 0) this.credits.take(SESSION_MODEL, due);
    if (state.status === 'FAILED' && state.failure.isRefunded) {
      this.credits.giveBack(SESSION_MODEL, UPFRONT);
    }
  }

  #add(identity: Identity, plan: SessionPlan, state: SessionState): Session {
    return this.#all.add({ ...identity, plan, state, isForgotten: false });
  }
}

/** When the participant connected; undefined before. */
export function startOf(state: SessionState): number | undefined {
  return 'startedAtMs' in state ? state.startedAtMs : undefined;
}

/** How long the participant has been connected, in whole seconds; undefined before. */
export function measuredSeconds(state: SessionState, now: Date): number | undefined {
  const ms = measuredMs(state, now);
  return ms === undefined ? undefined : Math.floor(ms / 1_000);
}

function measuredMs(state: SessionState, now: Date): number | undefined {
  const startedAtMs = startOf(state);
  if (startedAtMs === undefined) return undefined;
  return ('endedAtMs' in state ? state.endedAtMs : now.getTime()) - startedAtMs;
}

/** A session has a conversation once a participant connected, or once it failed before. */
export function isConversation({ isForgotten, state }: Session): boolean {
  return !isForgotten && (state.status === 'FAILED' || startOf(state) !== undefined);
}

/** Whether the session's conversation was held and is over. */
export function hasRecording({ isForgotten, state }: Session): boolean {
  return !isForgotten && 'endedAtMs' in state && startOf(state) !== undefined;
}
