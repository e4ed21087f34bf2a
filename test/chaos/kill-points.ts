import { subscribe } from 'node:diagnostics_channel';
import {
  CRASH_POINTS,
  INPUT_CRASH_POINTS,
  type CrashPoint,
  type CrashPoints,
} from '../../src/ports/crash-points.js';

/** Where a POST to Runway has come to. undici tells it, so that the gateway needs no hook for it. */
const WIRE_POINTS = {
  /** Connected, nothing written. */
  beforeBytesSent: 'undici:client:sendHeaders',
  /** The whole request is written. */
  afterBytesSent: 'undici:request:bodySent',
  /** Status and headers have come; the body has not been read. */
  beforeResponse: 'undici:request:headers',
} as const;

export type KillPoint = CrashPoint | keyof typeof WIRE_POINTS;

export const KILL_POINTS: readonly KillPoint[] = [
  ...CRASH_POINTS.slice(0, 4),
  'beforeBytesSent',
  'afterBytesSent',
  'beforeResponse',
  ...CRASH_POINTS.slice(4),
];

/** Kills this process the `visit`th time that it comes to `point`. */
export interface Arm {
  readonly point: KillPoint;
  readonly visit: number;
}

/** `afterSendingCommit:2`. Throws for anything else. */
export function parseArm(text: string): Arm {
  const [name, visit] = text.split(':');
  const point = [...KILL_POINTS, ...INPUT_CRASH_POINTS].find((known) => known === name);
  if (point === undefined || !/^[1-9]\d*$/.test(visit ?? '')) throw new Error(`No arm: ${text}`);
  return { point, visit: Number(visit) };
}

/** Writes down every point that is reached, and dies at the one that is armed. */
export class ArmedCrashPoints implements CrashPoints {
  readonly #arm: Arm | undefined;
  readonly #trace: (point: KillPoint, taskId: string | undefined) => void;
  #visits = 0;

  constructor(arm: Arm | undefined, trace: (point: KillPoint, taskId: string | undefined) => void) {
    this.#arm = arm;
    this.#trace = trace;
  }

  reach(point: KillPoint, taskId?: string): void {
    this.#trace(point, taskId);
    if (point !== this.#arm?.point) return;
    this.#visits += 1;
    // The signal is delivered before this call returns: not one more instruction of ours runs.
    if (this.#visits === this.#arm.visit) process.kill(process.pid, 'SIGKILL');
  }

  /** From now on the points on the wire are reached too. */
  watchTheWire(): void {
    for (const [point, channel] of Object.entries(WIRE_POINTS)) {
      subscribe(channel, (message) => {
        const { request } = message as { readonly request: { readonly method: string } };
        if (request.method === 'POST') this.reach(point as keyof typeof WIRE_POINTS);
      });
    }
  }
}
