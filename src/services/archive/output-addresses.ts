import { timingSafeEqual } from 'node:crypto';
import { outputId } from '../../domain/archive/output-id.js';
import type { OutputDisposition } from '../../domain/archive/output-disposition.js';
import type { Task } from '../../domain/task/task.js';
import type { AddressKey } from '../../ports/archive/address-key.js';
import type { Clock } from '../../ports/clock.js';

/** 1 min: addresses that are made within it are the same, so that a page does not load a file twice. */
const STEP_SECONDS = 60;

export const OUTPUTS_PATH = '/outputs/';

export interface OutputAddress {
  readonly url: string;
  readonly expiresAt: Date;
}

/** What an address says, apart from the id in its path. */
export interface AddressClaims {
  /** In seconds since 1970. */
  readonly expires: number;
  readonly disposition: OutputDisposition;
}

/**
 * The gateway's own addresses of outputs: for a short time, bound to the tenant by the signature, and
 * without effect once the task is deleted or the tenant suspended.
 */
export class OutputAddresses {
  readonly #options: {
    readonly key: AddressKey;
    readonly clock: Clock;
    /** Where outputs are served, without a slash at its end. */
    readonly origin: () => string;
    /** The least validity of an address. */
    readonly validMs: number;
  };

  constructor(options: {
    readonly key: AddressKey;
    readonly clock: Clock;
    readonly origin: () => string;
    readonly validMs: number;
  }) {
    this.#options = options;
  }

  /** When an address ends that is made now. */
  nextEnd(): Date {
    const { clock, validMs } = this.#options;
    const seconds = (clock.now().getTime() + validMs) / 1_000;
    return new Date(Math.ceil(seconds / STEP_SECONDS) * STEP_SECONDS * 1_000);
  }

  /** The address of a task's output; `expiresAt` is `nextEnd` or an earlier result of it. */
  async addressOf(
    { id: taskId, tenantId }: Pick<Task, 'id' | 'tenantId'>,
    position: number,
    {
      expiresAt = this.nextEnd(),
      disposition = 'ATTACHMENT',
    }: { readonly expiresAt?: Date; readonly disposition?: OutputDisposition } = {},
  ): Promise<OutputAddress> {
    const id = outputId(taskId, position);
    const expires = Math.floor(expiresAt.getTime() / 1_000);
    const signature = await this.#signatureOf(tenantId, id, { expires, disposition });
    const query = new URLSearchParams({ expires: String(expires) });
    if (disposition === 'INLINE') query.set('disposition', 'inline');
    query.set('signature', signature);
    const url = `${this.#options.origin()}${OUTPUTS_PATH}${id}?${query.toString()}`;
    return { url, expiresAt };
  }

  /** Whether the address was made for an output of this tenant, and has not ended. */
  async isGood(
    tenantId: string,
    id: string,
    claims: AddressClaims,
    signature: string,
  ): Promise<boolean> {
    const expected = Buffer.from(await this.#signatureOf(tenantId, id, claims));
    const given = Buffer.from(signature);
    const isSigned = expected.length === given.length && timingSafeEqual(expected, given);
    return isSigned && !this.hasEnded(claims);
  }

  hasEnded({ expires }: AddressClaims): boolean {
    return this.#options.clock.now().getTime() >= expires * 1_000;
  }

  async #signatureOf(
    tenantId: string,
    id: string,
    { expires, disposition }: AddressClaims,
  ): Promise<string> {
    return await this.#options.key.mac(JSON.stringify([tenantId, id, expires, disposition]));
  }
}
