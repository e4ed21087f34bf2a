import { createHash } from 'node:crypto';
import type { DocumentNode } from 'graphql';

interface Held {
  readonly document: DocumentNode;
  uses: number;
}

/**
 * Apollo's store of documents, by the hash of their text: it finds the document that
 * policy/check-document has parsed and passed, for as long as the request is open. So what is executed
 * is what was checked, it is parsed once, and Apollo remembers none of what clients send.
 */
export class CheckedDocuments {
  readonly #held = new Map<string, Held>();
  /** Checked documents are remembered, so that most of them come again. */
  readonly #hashes = new WeakMap<DocumentNode, string>();

  /** Until the returned function is called. */
  hold(query: string, document: DocumentNode): () => void {
    const hash = this.#hashOf(query, document);
    const held = this.#held.get(hash) ?? { document, uses: 0 };
    held.uses += 1;
    this.#held.set(hash, held);
    return () => {
      held.uses -= 1;
      if (held.uses === 0) this.#held.delete(hash);
    };
  }

  #hashOf(query: string, document: DocumentNode): string {
    const known = this.#hashes.get(document);
    if (known !== undefined) return known;
    const hash = createHash('sha256').update(query).digest('hex');
    this.#hashes.set(document, hash);
    return hash;
  }

  get count(): number {
    return this.#held.size;
  }

  /** Apollo's keys are a prefix of the schema, a colon, and the hash of the text. */
  async get(key: string): Promise<DocumentNode | undefined> {
    return this.#held.get(key.slice(key.lastIndexOf(':') + 1))?.document;
  }

  async set(): Promise<void> {
    // Only what was checked is found here.
  }

  async delete(): Promise<boolean> {
    return false;
  }
}
