import { GraphQLScalarType, Kind } from 'graphql';
import { OUTPUT_SCHEME, parseOutputReference } from '../domain/lineage/output-reference.js';
import { isPublicHost } from './public-host.js';
import { refusal } from './scalar-refusal.js';

export type MediaKind = 'image' | 'video' | 'audio';

/** Characters. Source: Runway's OpenAPI document and its page on inputs. */
const HTTPS_LENGTH_MIN = 13;
const HTTPS_LENGTH_MAX = 2_048;

/** Characters, prefix included. Source: Runway's OpenAPI document. */
const RUNWAY_LENGTH_MIN = 13;
const RUNWAY_LENGTH_MAX = 5_000;

/** 5 MB, counted in characters of the whole uri. Source: comments of @runwayml/sdk since 4.17.1. */
export const DATA_URI_LENGTH_MAX = 5_242_880;

/** What Runway reads. Source: Runway's page on inputs. */
export const MEDIA_TYPES: Readonly<Record<MediaKind, readonly string[]>> = {
  image: ['image/jpeg', 'image/jpg', 'image/png', 'image/webp'],
  video: [
    'video/mp4',
    'video/quicktime',
    'video/x-matroska',
    'video/webm',
    'video/3gpp',
    'video/ogg',
    'video/x-msvideo',
    'video/x-flv',
    'video/mpeg',
  ],
  audio: [
    'audio/mpeg',
    'audio/mp3',
    'audio/wav',
    'audio/wave',
    'audio/x-wav',
    'audio/flac',
    'audio/mp4',
    'audio/x-m4a',
    'audio/aac',
  ],
};

/** Controls, format characters (bidirectional ones among them), surrogates, any white space. */
const INVISIBLE = /[\p{C}\p{Z}]/u;

const DATA_URI = /^data:([a-z0-9]+\/[a-z0-9.+-]+);base64,/;
const NOT_BASE64 = /[^A-Za-z0-9+/]/;

/** The kind of media that a data uri says it is; undefined for other uris, which tell nothing. */
export function mediaKindOf(uri: string): MediaKind | undefined {
  const type = DATA_URI.exec(uri.slice(0, 100))?.[1];
  return (['image', 'video', 'audio'] as const).find((kind) =>
    MEDIA_TYPES[kind].includes(type ?? ''),
  );
}

/** Hands back the uri, or throws the refusal that names the rule it breaks. */
export function parseMediaUri(value: unknown): string {
  if (typeof value !== 'string') throw refuseForm();
  if (value.startsWith('https://')) return parseHttps(value);
  if (value.startsWith('runway://')) return parseRunway(value);
  if (value.startsWith(OUTPUT_SCHEME)) return parseOutput(value);
  if (value.startsWith('data:')) return parseData(value);
  throw refuseForm();
}

function parseHttps(value: string): string {
  if (value.length < HTTPS_LENGTH_MIN || value.length > HTTPS_LENGTH_MAX) {
    throw refusal('mediaUrlLength', 'The URL has a wrong length.', [
      `${String(HTTPS_LENGTH_MIN)}–${String(HTTPS_LENGTH_MAX)} characters`,
    ]);
  }
  if (INVISIBLE.test(value) || value.includes('\\')) throw refuseCharacters();
  if (value.includes('#')) {
    throw refusal('mediaUrlFragment', 'The URL may not have a fragment.', ['no #']);
  }
  const host = /^https:\/\/([^/?]*)/.exec(value)?.[1] ?? '';
  if (!isPublicHost(host) || !URL.canParse(value) || new URL(value).host !== host.toLowerCase()) {
    throw refusal('mediaUrlHost', 'The URL must name its host by a public domain name only.', [
      'a domain name of the public internet',
      'no IP address',
      'no user or password',
      'no port',
      'no internationalised name',
    ]);
  }
  return value;
}

function parseRunway(value: string): string {
  if (value.length < RUNWAY_LENGTH_MIN || value.length > RUNWAY_LENGTH_MAX) {
    throw refusal('runwayUriLength', 'The runway:// uri has a wrong length.', [
      `${String(RUNWAY_LENGTH_MIN)}–${String(RUNWAY_LENGTH_MAX)} characters`,
    ]);
  }
  if (INVISIBLE.test(value) || value.includes('\\')) throw refuseCharacters();
  return value;
}

function parseOutput(value: string): string {
  if (parseOutputReference(value) === undefined) {
    throw refusal('outputUri', 'The gateway:// uri must name an output by its id.', [
      `${OUTPUT_SCHEME}<id of an output>`,
    ]);
  }
  return value;
}

/** Looks for what is wrong: a pattern of what is right backtracks, and megabytes overflow its stack. */
function isBase64(text: string): boolean {
  const data = text.replace(/={1,2}$/, '');
  return data !== '' && !NOT_BASE64.test(data);
}

function parseData(value: string): string {
  if (value.length > DATA_URI_LENGTH_MAX) {
    throw refusal('dataUriLength', 'The data uri is too large. Upload the file instead.', [
      `at most ${String(DATA_URI_LENGTH_MAX)} characters`,
    ]);
  }
  if (mediaKindOf(value) === undefined) {
    throw refusal(
      'dataUriType',
      'The data uri must be base64 of a media type that Runway reads.',
      Object.values(MEDIA_TYPES).flat(),
    );
  }
  if (!isBase64(value.slice(value.indexOf(',') + 1))) {
    throw refusal('dataUriBase64', 'The data uri does not hold base64.', ['base64']);
  }
  return value;
}

function refuseForm(): Error {
  return refusal('mediaUri', 'Must be an https URL, a runway://, gateway:// or data uri.', [
    'https://…',
    'runway://…',
    `${OUTPUT_SCHEME}…`,
    'data:<type>;base64,…',
  ]);
}

function refuseCharacters(): Error {
  return refusal('mediaUriCharacters', 'Holds characters that a uri may not hold.', [
    'no white space, control characters or backslashes',
  ]);
}

export const MediaUriScalar = new GraphQLScalarType<string, string>({
  name: 'MediaUri',
  description:
    'A media file for Runway to read. One of: an https URL by public domain name (no IP address, user, port or fragment, no redirects, 13–2,048 characters; images up to 16 MB, video and audio up to 32 MB); a `runway://` uri from `createUpload` (24 hours, up to 200 MB); `gateway://outputs/<id>` for an output of one of your own tasks that is SUCCEEDED (its `id`, up to 200 MB); a base64 data URI of at most 5 MB (5,242,880 characters). Each field says which kinds it takes: image (JPEG, PNG, WebP), video (MP4, MOV, MKV, WebM, 3GP, OGG), audio (MP3, WAV, FLAC, M4A, AAC).',
  specifiedByURL: 'https://docs.dev.runwayml.com/assets/inputs/',
  parseValue: parseMediaUri,
  serialize: parseMediaUri,
  parseLiteral: (node) => parseMediaUri(node.kind === Kind.STRING ? node.value : undefined),
});
