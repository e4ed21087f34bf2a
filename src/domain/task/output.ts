import type { Output } from './task.js';

/** By file ending: Runway names no media types. Sequences of images arrive as .zip. */
const MIME_TYPES: Readonly<Record<string, string>> = {
  aac: 'audio/aac',
  exr: 'image/x-exr',
  flac: 'audio/flac',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  m4a: 'audio/mp4',
  mkv: 'video/x-matroska',
  mov: 'video/quicktime',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  ogg: 'audio/ogg',
  opus: 'audio/opus',
  png: 'image/png',
  wav: 'audio/wav',
  webm: 'video/webm',
  webp: 'image/webp',
  zip: 'application/zip',
};

/** Describes one output from its URL alone. Its signature is read, not verified. */
export function toOutput(url: string, nodeId: string | null): Output {
  const parsed = new URL(url);
  const [, ending] = /\.([A-Za-z0-9]{1,5})$/.exec(parsed.pathname) ?? [];
  return {
    url,
    mimeType: ending === undefined ? null : (MIME_TYPES[ending.toLowerCase()] ?? null),
    expiresAt: expiryOf(parsed.searchParams.get('_jwt')),
    nodeId,
  };
}

/** The end of the year 9999 in s: later times have no ISO 8601 form of four digits for their year. */
const EXPIRY_MAX = 253_402_300_799;

/** The `exp` claim of the token that Runway puts into signed URLs, ISO 8601; null when unreadable. */
function expiryOf(jwt: string | null): string | null {
  const [, payload] = jwt?.split('.') ?? [];
  if (payload === undefined) return null;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    if (typeof claims !== 'object' || claims === null || !('exp' in claims)) return null;
    const { exp } = claims;
    if (typeof exp !== 'number' || exp < 0 || exp > EXPIRY_MAX) return null;
    return new Date(exp * 1_000).toISOString();
  } catch {
    return null;
  }
}
