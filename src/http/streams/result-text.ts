/** The JSON of a result, whose bytes are shared by all subscriptions that are told it. */
export class ResultText {
  #bytes: Buffer | undefined;

  private constructor(readonly json: string) {}

  static of(result: object): ResultText {
    return new ResultText(JSON.stringify(result));
  }

  /** UTF-8. */
  get bytes(): Buffer {
    return (this.#bytes ??= Buffer.from(this.json));
  }

  /** For a result that has no extensions of its own. */
  withExtensions(extensions: object): ResultText {
    return new ResultText(`${this.json.slice(0, -1)},"extensions":${JSON.stringify(extensions)}}`);
  }
}
