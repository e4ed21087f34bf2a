/*
 * Reads the protobuf form of OTLP traces. Source of the field numbers: opentelemetry-proto,
 * collector/trace/v1/trace_service.proto, trace/v1/trace.proto, common/v1/common.proto.
 */

export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  /** Empty: the first of its trace. */
  readonly parentSpanId: string;
  readonly name: string;
  /** 1 internal, 2 server, 3 client. */
  readonly kind: number;
  readonly startMs: number;
  readonly endMs: number;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly links: readonly { readonly traceId: string; readonly spanId: string }[];
  readonly isFailed: boolean;
  readonly resource: Readonly<Record<string, unknown>>;
}

type Field = readonly [number: number, value: Buffer | bigint];

/** The fields of a message, in their order. Throws where it is cut off or no message. */
function* fieldsOf(message: Buffer): Generator<Field> {
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = message[at];
      if (byte === undefined) throw new RangeError('The message is cut off.');
      at += 1;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const bytes = (length: number): Buffer => {
    if (at + length > message.length) throw new RangeError('The message is cut off.');
    at += length;
    return message.subarray(at - length, at);
  };
  while (at < message.length) {
    const tag = Number(varint());
    const read: Readonly<Record<number, () => Buffer | bigint>> = {
      0: varint,
      1: () => bytes(8),
      2: () => bytes(Number(varint())),
      5: () => bytes(4),
    };
    const value = read[tag & 7];
    if (value === undefined) throw new TypeError(`Wire type ${String(tag & 7)} is not known.`);
    yield [tag >> 3, value()];
  }
}

class Message {
  readonly #fields: readonly Field[];

  constructor(message: Buffer) {
    this.#fields = [...fieldsOf(message)];
  }

  all(number: number): Message[] {
    return this.#values(number).map((value) => new Message(asBytes(value)));
  }

  bytes(number: number): Buffer {
    const [value] = this.#values(number);
    return value === undefined ? Buffer.alloc(0) : asBytes(value);
  }

  text(number: number): string {
    return this.bytes(number).toString('utf8');
  }

  whole(number: number): number {
    const [value] = this.#values(number);
    return typeof value === 'bigint' ? Number(value) : 0;
  }

  /** fixed64 nanoseconds. */
  ms(number: number): number {
    return Number(this.bytes(number).readBigUInt64LE()) / 1e6;
  }

  has(number: number): boolean {
    return this.#values(number).length > 0;
  }

  #values(number: number): (Buffer | bigint)[] {
    return this.#fields.filter(([one]) => one === number).map(([, value]) => value);
  }
}

function asBytes(value: Buffer | bigint): Buffer {
  if (typeof value === 'bigint') throw new TypeError('A number where a message is expected.');
  return value;
}

function valueOf(value: Message): unknown {
  if (value.has(1)) return value.text(1);
  if (value.has(2)) return value.whole(2) === 1;
  if (value.has(3)) return value.whole(3);
  if (value.has(4)) return value.bytes(4).readDoubleLE();
  return undefined;
}

function attributesOf(pairs: readonly Message[]): Record<string, unknown> {
  return Object.fromEntries(
    pairs.map((pair) => [pair.text(1), pair.all(2).map(valueOf)[0]] as const),
  );
}

const hex = (bytes: Buffer): string => bytes.toString('hex');

function spanOf(span: Message, resource: ReceivedSpan['resource']): ReceivedSpan {
  return {
    traceId: hex(span.bytes(1)),
    spanId: hex(span.bytes(2)),
    parentSpanId: hex(span.bytes(4)),
    name: span.text(5),
    kind: span.whole(6),
    startMs: span.ms(7),
    endMs: span.ms(8),
    attributes: attributesOf(span.all(9)),
    links: span
      .all(13)
      .map((link) => ({ traceId: hex(link.bytes(1)), spanId: hex(link.bytes(2)) })),
    isFailed: span.all(15).some((status) => status.whole(3) === 2),
    resource,
  };
}

/** The spans of an ExportTraceServiceRequest. */
export function readSpans(body: Buffer): ReceivedSpan[] {
  return new Message(body).all(1).flatMap((group) => {
    const resource = attributesOf(group.all(1).flatMap((described) => described.all(1)));
    return group
      .all(2)
      .flatMap((scope) => scope.all(2))
      .map((span) => spanOf(span, resource));
  });
}
