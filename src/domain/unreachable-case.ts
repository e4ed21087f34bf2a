/** Thrown where a closed set has gained a member that a switch does not know. */
export class UnreachableCase extends Error {
  constructor(value: never) {
    super(`Unreachable case: ${JSON.stringify(value)}`);
    this.name = 'UnreachableCase';
  }
}
