/** Whether the gateway can be reached, by what the stream and the browser tell. */
export class Connection {
  readonly #listeners = new Set<() => void>();
  #isStreamLost = false;
  #isOffline = false;

  /** As `useSyncExternalStore` wants it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly isLost = (): boolean => this.#isStreamLost || this.#isOffline;

  readonly noteStream = (state: 'open' | 'lost'): void => {
    this.#change(() => {
      this.#isStreamLost = state === 'lost';
    });
  };

  readonly noteNetwork = (isThere: boolean): void => {
    this.#change(() => {
      this.#isOffline = !isThere;
    });
  };

  #change(apply: () => void): void {
    const before = this.isLost();
    apply();
    if (this.isLost() === before) return;
    this.#listeners.forEach((listener) => {
      listener();
    });
  }
}
