import type { JsonObject } from '../../domain/input/json.js';
import { problemMessage } from '../../domain/lineage/input-problem.js';
import { GatewayError } from '../../errors.js';
import type { Clock } from '../../ports/clock.js';
import type { CheckedInput } from './input-outputs.js';
import type { PreparedInputs } from './prepared-inputs.js';

/** 20 s: well below the deadline of an answer. */
const WAIT_MS_MAX = 20_000;

/** Between two looks at an upload that another loop makes. */
const LOOK_MS = 250;

/** Outputs as media of a change, which is no task and so waits in no queue: its caller waits. */
export class AwaitedInputs {
  readonly #prepared: PreparedInputs;
  readonly #clock: Clock;

  constructor(options: { readonly prepared: PreparedInputs; readonly clock: Clock }) {
    this.#prepared = options.prepared;
    this.#clock = options.clock;
  }

  /**
   * The body of a checked change as Runway may get it. Throws BAD_USER_INPUT when an output can be
   * no input, and RUNWAY_UNAVAILABLE when an upload takes too long: it may be tried again.
   */
  async prepare(
    tenantId: string,
    runwayAccount: string,
    change: CheckedInput & { readonly body: JsonObject },
  ): Promise<JsonObject> {
    const request = { ...change, tenantId, runwayAccount };
    const endsAtMs = this.#clock.now().getTime() + WAIT_MS_MAX;
    for (;;) {
      const prepared = await this.#prepared.prepare(request, change.body, null);
      if (prepared.kind === 'ready') return prepared.body;
      if (prepared.kind === 'unusable') {
        const message = problemMessage(prepared.problem);
        const issues = [{ path: 'input', rule: 'output', message }];
        throw new GatewayError('BAD_USER_INPUT', { issues });
      }
      if (this.#clock.now().getTime() >= endsAtMs) {
        throw new GatewayError('RUNWAY_UNAVAILABLE', { detail: 'an upload takes too long' });
      }
      await this.#clock.sleep(LOOK_MS);
    }
  }
}
