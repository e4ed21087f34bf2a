/** A sum for each name. A name whose sum is 0 takes no memory. */
export class Sums {
  readonly #sums = new Map<string, number>();
  #total = 0;

  /** The sum of all names. */
  get total(): number {
    return this.#total;
  }

  /** How many names have a sum. */
  get size(): number {
    return this.#sums.size;
  }

  of(name: string): number {
    return this.#sums.get(name) ?? 0;
  }

  /** `by` may be negative. */
  add(name: string, by: number): void {
    this.#total += by;
    const sum = this.of(name) + by;
    if (sum === 0) this.#sums.delete(name);
    else this.#sums.set(name, sum);
  }
}
