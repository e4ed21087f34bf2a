import type { DocumentNode } from 'graphql';
import type { Viewer } from '../../domain/tenant/viewer.js';
import { GatewayError } from '../../errors.js';
import type { CheckedRequest } from '../../policy/check-document.js';
import { OpenBodies, type OpenBody } from '../bodies/open-bodies.js';

/** Retry when other streams have ended. */
const RETRY_AFTER_MS = 5_000;

interface Held {
  readonly share: OpenBody;
  uses: number;
}

/**
 * The documents of open subscriptions, which stay in memory for as long as those live: a hundred of
 * 64 kB on each of a caller's sockets would be gigabytes. A document that many subscriptions have in
 * common counts once, for the caller who brought it; shares are those of OpenBodies.
 */
export class StreamDocuments {
  readonly #shares: OpenBodies;
  readonly #held = new Map<DocumentNode, Held>();

  constructor(bytesMax: number) {
    this.#shares = new OpenBodies(bytesMax);
  }

  get heldBytes(): number {
    return this.#shares.heldBytes;
  }

  /** Until the returned function is called, which may be done more than once. Throws OVERLOADED. */
  hold({ document, bytes }: CheckedRequest, viewer: Viewer): () => void {
    const held = this.#held.get(document) ?? { share: this.#shares.open(viewer), uses: 0 };
    if (held.uses === 0 && !held.share.take(bytes)) {
      throw new GatewayError('OVERLOADED', {
        retryAfterMs: RETRY_AFTER_MS,
        detail: `documents of the subscriptions of ${viewer.subject}`,
      });
    }
    held.uses += 1;
    this.#held.set(document, held);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      held.uses -= 1;
      if (held.uses > 0) return;
      this.#held.delete(document);
      held.share.close();
    };
  }
}
