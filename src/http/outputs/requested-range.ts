import type { ByteRange, SuffixRange } from '../../ports/archive/output-source.js';

const SINGLE = /^bytes=(\d{1,15})-(\d{0,15})$/;
const SUFFIX = /^bytes=-(\d{1,15})$/;

/**
 * The one range that a request asks for (RFC 9110, 14.2); undefined: the whole file, also where it
 * asks for several ranges, or in words that mean nothing.
 */
export function requestedRange(header: string | undefined): ByteRange | SuffixRange | undefined {
  const [, suffix] = SUFFIX.exec(header ?? '') ?? [];
  if (suffix !== undefined) return { suffix: Number(suffix) };
  const [, from, to] = SINGLE.exec(header ?? '') ?? [];
  if (from === undefined) return undefined;
  const first = Number(from);
  if (to === undefined || to === '') return { first };
  const last = Number(to);
  return last < first ? undefined : { first, last };
}
