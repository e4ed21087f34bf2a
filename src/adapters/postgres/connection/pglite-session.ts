import {
  parse,
  protocol,
  type PGlite,
  type QueryOptions,
  type Results,
} from '@electric-sql/pglite';
import { asWritten, statementForm } from './statement.js';

/** Statements kept prepared. The gateway has a few more: those that come seldom are prepared again. */
const PREPARED_MAX = 300;

/** A plan is for tables as large as they are when it is made: after so many uses another is made. */
const USES_MAX = 1_000;

type ProtocolMessage = Awaited<ReturnType<PGlite['execProtocol']>>['messages'][number];

/** A statement that the session knows by name. */
interface Prepared {
  readonly name: string;
  /** Types of its parameters, by OID. */
  readonly types: readonly number[];
  /** The columns of its result; undefined: it has none. */
  readonly columns: ProtocolMessage | undefined;
  readonly options: QueryOptions;
  uses: number;
}

/**
 * The one session of a PGlite. Each statement is prepared when it first comes: it is parsed and planned
 * once, and makes one call into the database from then on, and two the first time, where
 * `PGlite.query` makes six. In a process that has the database to itself no column can change under a
 * prepared statement.
 */
export class PgliteSession {
  readonly #pglite: PGlite;
  /** By text, the least recently used one first. */
  readonly #prepared = new Map<string, Prepared>();
  #count = 0;

  constructor(pglite: PGlite) {
    this.#pglite = pglite;
  }

  /** One after the other. Rejects as `PGlite.query` does. */
  async query<R>(text: string, parameters: readonly unknown[]): Promise<Results<R>> {
    const known = this.#prepared.get(text);
    const prepared =
      known === undefined || known.uses >= USES_MAX ? await this.#prepare(text) : known;
    prepared.uses += 1;
    this.#prepared.delete(text);
    this.#prepared.set(text, prepared);
    return await this.#execute<R>(prepared, parameters);
  }

  /** Anew where it is prepared already; else in the place of another one where there are many. */
  async #prepare(text: string): Promise<Prepared> {
    const { serialize } = protocol;
    const [oldest] = this.#prepared.keys();
    const isCrowded = !this.#prepared.has(text) && this.#prepared.size >= PREPARED_MAX;
    const leaving = (isCrowded ? oldest : undefined) ?? text;
    const left = this.#prepared.get(leaving);
    this.#prepared.delete(leaving);
    const name = `s${String(this.#count)}`;
    this.#count += 1;
    const { messages } = await this.#pglite.execProtocol(
      Buffer.concat([
        ...(left === undefined ? [] : [serialize.close({ type: 'S', name: left.name })]),
        serialize.parse({ name, text }),
        serialize.describe({ type: 'S', name }),
        serialize.sync(),
      ]),
    );
    const types = parse.parseDescribeStatementResults(messages);
    const columns = messages.find((message) => message.name === 'rowDescription');
    return { name, types, columns, options: this.#optionsOf(text), uses: 0 };
  }

  #optionsOf(text: string): QueryOptions {
    if (statementForm(text)?.asTexts !== true) return {};
    const parsers = Object.fromEntries(
      Object.keys(this.#pglite.parsers).map((oid) => [oid, asWritten]),
    );
    return { rowMode: 'array', parsers };
  }

  async #execute<R>(
    { name, types, columns, options }: Prepared,
    parameters: readonly unknown[],
  ): Promise<Results<R>> {
    const { serialize } = protocol;
    const values = parameters.map((value, index) => this.#textOf(value, types[index]));
    const { messages } = await this.#pglite.execProtocol(
      Buffer.concat([
        serialize.bind({ statement: name, values }),
        serialize.execute({}),
        serialize.sync(),
      ]),
    );
    const told = columns === undefined ? messages : [columns, ...messages];
    const [results] = parse.parseResults(told, this.#pglite.parsers, options);
    if (results === undefined) throw new Error('The statement gave no result');
    return results as Results<R>;
  }

  /** The same text that `PGlite.query` makes of it. */
  #textOf(value: unknown, type: number | undefined): string | null {
    if (value === null || value === undefined) return null;
    const serializer = type === undefined ? undefined : this.#pglite.serializers[type];
    return serializer === undefined ? `${value as string | number | bigint}` : serializer(value);
  }
}
