/** A text message in one frame. RFC 6455, 5.2. */
const FIN_AND_TEXT = 0x81;

/** Lengths above this stand in the next two bytes, and those above 65,535 in the next eight. */
const SHORT_MAX = 125;
const TWO_BYTES = 126;
const TWO_BYTES_MAX = 0xff_ff;
const EIGHT_BYTES = 127;

/**
 * The message that these parts make, framed as a server sends it, in one buffer: one write to the
 * connection, and what all sockets are told is encoded once for all.
 */
export function textFrame(...parts: readonly Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  let at = headLength(length);
  const frame = Buffer.allocUnsafe(at + length);
  writeHead(frame, length);
  for (const part of parts) at += part.copy(frame, at);
  return frame;
}

function headLength(length: number): number {
  if (length <= SHORT_MAX) return 2;
  return length <= TWO_BYTES_MAX ? 4 : 10;
}

function writeHead(frame: Buffer, length: number): void {
  frame[0] = FIN_AND_TEXT;
  if (length <= SHORT_MAX) {
    frame[1] = length;
  } else if (length <= TWO_BYTES_MAX) {
    frame[1] = TWO_BYTES;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = EIGHT_BYTES;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
}
