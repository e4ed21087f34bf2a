import { isIP } from 'node:net';
import type { Issue } from '../server/handler.js';

export type MediaType = 'image' | 'video' | 'audio';

/** 5 MB as Runway counts it: the length of a data URI, in characters. Source: SDK 4.17.1. */
const DATA_URI_CHARACTERS_MAX = 5_242_880;
/** Source: Runway's OpenAPI document. */
const URL_CHARACTERS_MAX = 2_048;

/** Source: Runway's guide to inputs. */
const DATA_TYPES: Readonly<Record<MediaType, readonly string[]>> = {
  image: ['jpeg', 'jpg', 'png', 'webp'],
  video: [
    'mp4',
    'quicktime',
    'x-matroska',
    'webm',
    '3gpp',
    'ogg',
    'avi',
    'x-msvideo',
    'x-flv',
    'mpeg',
  ],
  audio: ['mpeg', 'mp3', 'wav', 'wave', 'x-wav', 'flac', 'x-flac', 'mp4', 'x-m4a', 'aac', 'ogg'],
};

/** In an address: the file is not there, so that Runway refuses the request. */
const MISSING_ASSET = '[asset-404]';

/** The properties whose text is a medium; `audio` is a medium only where it is a text. */
const MEDIA_KEY = /uri$|^promptImage$|^promptVideo$|^referenceImage$|^referenceAudios$|^audio$/i;

/** The type of an upload that can be used now, or why it cannot. */
export type FindUpload = (uri: string) => MediaType | 'unknown' | 'expired' | 'empty';

/** Every medium of a body that Runway would not take. */
export function checkMedia(body: unknown, findUpload: FindUpload): Issue[] {
  const issues: Issue[] = [];
  visit(body, [], undefined, (uri, path, type) => {
    const message = problemOf(uri, type, findUpload);
    if (message !== undefined) issues.push({ code: 'custom', path, message });
  });
  return issues;
}

type Visitor = (
  uri: string,
  path: readonly (string | number)[],
  type: MediaType | undefined,
) => void;

function visit(
  value: unknown,
  path: readonly (string | number)[],
  type: MediaType | undefined,
  found: Visitor,
): void {
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      visit(item, [...path, index], type, found);
    });
    return;
  }
  if (typeof value === 'string') {
    const key = path.findLast((part) => typeof part === 'string');
    if (typeof key === 'string' && MEDIA_KEY.test(key)) found(value, path, type);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  // `{ type: 'video', uri }` says itself what it holds; else the nearest telling name does.
  const own = 'type' in value && isMediaType(value.type) ? value.type : undefined;
  for (const [key, child] of Object.entries(value)) {
    visit(child, [...path, key], typeNamedBy(key) ?? own ?? type, found);
  }
}

function typeNamedBy(key: string): MediaType | undefined {
  if (/audio/i.test(key)) return 'audio';
  if (/video/i.test(key)) return 'video';
  return /image|frame|^references$/i.test(key) ? 'image' : undefined;
}

function isMediaType(value: unknown): value is MediaType {
  return value === 'image' || value === 'video' || value === 'audio';
}

function problemOf(
  uri: string,
  type: MediaType | undefined,
  findUpload: FindUpload,
): string | undefined {
  if (uri.startsWith('data:')) return problemOfDataUri(uri, type);
  if (uri.startsWith('runway://')) return problemOfUpload(findUpload(uri), type);
  return problemOfUrl(uri);
}

function problemOfUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return 'Invalid URL';
  const url = new URL(text);
  if (url.protocol !== 'https:') return 'Only HTTPS URLs are allowed';
  if (text.length > URL_CHARACTERS_MAX) return 'The URL is too long';
  if (isIP(url.hostname) !== 0 || url.hostname.startsWith('[')) {
    return 'The URL must name a domain, not an IP address';
  }
  return text.includes(MISSING_ASSET) ? 'Failed to fetch asset. HTTP 404' : undefined;
}

function problemOfDataUri(uri: string, type: MediaType | undefined): string | undefined {
  if (uri.length > DATA_URI_CHARACTERS_MAX) return 'The data URI is too large';
  const match = /^data:([a-z]+)\/([a-z0-9.+-]+)(;[a-z0-9=.+-]+)*;base64,(.)/i.exec(
    uri.slice(0, 200),
  );
  if (match === null) return 'Invalid data URI';
  const [, given = '', subtype = ''] = match;
  if (!isMediaType(given) || (type !== undefined && given !== type)) {
    return 'The data URI has an unsupported type';
  }
  return DATA_TYPES[given].includes(subtype.toLowerCase())
    ? undefined
    : 'The data URI has an unsupported type';
}

function problemOfUpload(
  found: ReturnType<FindUpload>,
  type: MediaType | undefined,
): string | undefined {
  switch (found) {
    case 'unknown':
      return 'No such upload';
    case 'expired':
      return 'The upload has expired';
    case 'empty':
      return 'The upload has no file';
    default:
      return type === undefined || found === type
        ? undefined
        : 'The upload has an unsupported type';
  }
}
