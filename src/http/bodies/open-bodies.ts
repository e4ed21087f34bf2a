import { Sums } from '../../concurrency/sums.js';
import type { Viewer } from '../../domain/tenant/viewer.js';

/** What one credential may hold of all bodies' bytes, and what one tenant may. */
const CREDENTIAL_SHARE = 1 / 4;
const TENANT_SHARE = 1 / 2;

/** One body while it is read and answered. */
export interface OpenBody {
  /** False when a share or the whole is used up, and after `close`. */
  take(bytes: number): boolean;
  /** Gives everything back. Idempotent. */
  close(): void;
}

/**
 * Bytes of all bodies that this process holds, so that many large ones cannot exhaust its memory,
 * and the shares of it that keep one caller from taking the room of all others.
 */
export class OpenBodies {
  readonly #byCredential = new Sums();
  readonly #byTenant = new Sums();

  constructor(private readonly bytesMax: number) {}

  get heldBytes(): number {
    return this.#byTenant.total;
  }

  /** Holders that have something open: at most one per open body. */
  get holderCount(): number {
    return this.#byCredential.size + this.#byTenant.size;
  }

  open({ tenantId, subject }: Viewer): OpenBody {
    const credential = JSON.stringify([tenantId, subject]);
    let ownBytes = 0;
    let isClosed = false;
    return {
      take: (bytes) => {
        if (isClosed) return false;
        if (
          this.heldBytes + bytes > this.bytesMax ||
          this.#byTenant.of(tenantId) + bytes > this.bytesMax * TENANT_SHARE ||
          this.#byCredential.of(credential) + bytes > this.bytesMax * CREDENTIAL_SHARE
        ) {
          return false;
        }
        ownBytes += bytes;
        this.#add(tenantId, credential, bytes);
        return true;
      },
      close: () => {
        if (isClosed) return;
        isClosed = true;
        this.#add(tenantId, credential, -ownBytes);
      },
    };
  }

  #add(tenantId: string, credential: string, bytes: number): void {
    this.#byTenant.add(tenantId, bytes);
    this.#byCredential.add(credential, bytes);
  }
}
