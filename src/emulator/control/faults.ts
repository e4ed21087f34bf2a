import type { IncomingMessage } from 'node:http';
import { validate } from '../server/validation.js';

/**
 * What goes wrong for the requests it matches. Without an answer of its own (status, body, rawBody)
 * and without reset or hang, the request is carried out and its real answer is distorted.
 */
export interface Fault {
  /** In capitals; absent for all. */
  readonly method?: string;
  /** Exact, or with `{id}` for one segment, or with `*` for any text. */
  readonly path: string;
  /** How many requests it strikes; absent for no limit. */
  readonly times?: number;
  readonly status?: number;
  /** Added to the answer's own. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Answered as JSON. */
  readonly body?: unknown;
  /** Answered as it stands. Wins over `body`. */
  readonly rawBody?: string;
  readonly contentType?: string;
  /** Pause before the answer, or before the reset. */
  readonly delayMs?: number;
  /** Pause between the pieces of the body, of which there are up to sixteen. */
  readonly dripMs?: number;
  /** Resets the connection: before the body was read, or after. */
  readonly reset?: 'beforeRead' | 'afterRead';
  /** Sends only so many bytes of the body, then cuts the connection. */
  readonly truncate?: number;
  /**
   * Added to the content-length that the answer states; its bytes stay as they are. The connection
   * ends with them.
   */
  readonly lengthBy?: number;
  /** The body goes on without an end, and states no length. */
  readonly endless?: true;
  /** Never answers; the connection stays open. */
  readonly hang?: true;
  /**
   * Whether the request takes effect though its answer is lost or replaced: a task may exist that the
   * client never hears of. Default: false.
   */
  readonly carryOut?: boolean;
}

const FAULT = {
  type: 'object',
  properties: {
    method: { enum: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] },
    path: { type: 'string', pattern: '^[/*]' },
    times: { type: 'integer', minimum: 1 },
    status: { type: 'integer', minimum: 200, maximum: 599 },
    headers: { type: 'object', additionalProperties: { type: 'string' } },
    body: {},
    rawBody: { type: 'string' },
    contentType: { type: 'string', minLength: 1 },
    delayMs: { type: 'integer', minimum: 0, maximum: 3_600_000 },
    dripMs: { type: 'integer', minimum: 0, maximum: 3_600_000 },
    reset: { enum: ['beforeRead', 'afterRead'] },
    truncate: { type: 'integer', minimum: 0 },
    lengthBy: { type: 'integer' },
    endless: { const: true },
    hang: { const: true },
    carryOut: { type: 'boolean' },
  },
  required: ['path'],
  additionalProperties: false,
} as const;

const FAULT_LIST = { type: 'array', items: FAULT, maxItems: 1_000 } as const;

interface ArmedFault {
  readonly fault: Fault;
  readonly pattern: RegExp;
  left: number;
}

export class Faults {
  #armed: ArmedFault[] = [];

  /** Replaces all faults. Refuses with 400 a list that is not valid. */
  set(list: unknown): void {
    validate(FAULT_LIST, list);
    this.#armed = (list as Fault[]).map(arm);
  }

  add(fault: Fault): void {
    validate(FAULT, fault);
    this.#armed.push(arm(fault));
  }

  clear(): void {
    this.#armed = [];
  }

  /** The faults that can still strike, with the strikes that are left. */
  list(): Fault[] {
    return this.#armed.map(({ fault, left }) =>
      left === Infinity ? fault : { ...fault, times: left },
    );
  }

  /** The first fault that matches; this uses one of its strikes. */
  take({ method }: IncomingMessage, path: string): Fault | undefined {
    const armed = this.#armed.find(
      ({ fault, pattern }) =>
        (fault.method === undefined || fault.method === method) && pattern.test(path),
    );
    if (!armed) return undefined;
    armed.left -= 1;
    if (armed.left <= 0) this.#armed = this.#armed.filter((other) => other !== armed);
    return armed.fault;
  }
}

export function carriesOut(fault: Fault): boolean {
  const hasOwnEnd = fault.reset !== undefined || fault.hang === true;
  return fault.carryOut ?? !(hasOwnEnd || hasOwnAnswer(fault));
}

export function hasOwnAnswer(fault: Fault): boolean {
  return fault.status !== undefined || fault.body !== undefined || fault.rawBody !== undefined;
}

/** A few words for the list of requests. */
export function describeFault(fault: Fault): string {
  const words = [
    fault.reset && `reset ${fault.reset}`,
    fault.hang && 'hang',
    fault.status !== undefined && `status ${String(fault.status)}`,
    (fault.body !== undefined || fault.rawBody !== undefined) && 'body',
    fault.contentType !== undefined && 'contentType',
    fault.headers && 'headers',
    fault.delayMs !== undefined && `delay ${String(fault.delayMs)} ms`,
    fault.dripMs !== undefined && `drip ${String(fault.dripMs)} ms`,
    fault.truncate !== undefined && `truncate ${String(fault.truncate)}`,
    fault.lengthBy !== undefined && `length by ${String(fault.lengthBy)}`,
    fault.endless && 'endless',
  ].filter((word) => typeof word === 'string');
  return words.length === 0 ? 'none' : words.join(', ');
}

function arm(fault: Fault): ArmedFault {
  const source = fault.path
    .split(/(\{[^/{}]+\}|\*)/)
    .map((part) => {
      if (part === '*') return '.*';
      if (/^\{.+\}$/.test(part)) return '[^/]+';
      return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  return { fault, pattern: new RegExp(`^${source}$`), left: fault.times ?? Infinity };
}
