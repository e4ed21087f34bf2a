/** Of a file that no other line names: browsers only save it. */
export const UNKNOWN_TYPE = 'application/octet-stream';

/** So many bytes of a file's beginning tell its type. */
export const TYPE_BYTES = 16;

interface Mark {
  readonly type: string;
  readonly ending: string;
  /** Texts in Latin-1, at their places. */
  readonly texts: readonly (readonly [at: number, text: string])[];
}

/** The kinds of media that Runway makes. Markup and scripts are none of them. */
const MARKS: readonly Mark[] = [
  { type: 'image/png', ending: 'png', texts: [[0, '\x89PNG\r\n\x1a\n']] },
  { type: 'image/jpeg', ending: 'jpg', texts: [[0, '\xff\xd8\xff']] },
  { type: 'image/gif', ending: 'gif', texts: [[0, 'GIF8']] },
  { type: 'image/x-exr', ending: 'exr', texts: [[0, 'v/1\x01']] },
  ...riff('image/webp', 'webp', 'WEBP'),
  ...riff('audio/wav', 'wav', 'WAVE'),
  ...isoMedia('image/avif', 'avif', ['avif', 'avis']),
  ...isoMedia('video/quicktime', 'mov', ['qt  ']),
  ...isoMedia('audio/mp4', 'm4a', ['M4A ']),
  ...isoMedia('video/mp4', 'mp4', ['']),
  { type: 'video/webm', ending: 'webm', texts: [[0, '\x1a\x45\xdf\xa3']] },
  { type: 'audio/ogg', ending: 'ogg', texts: [[0, 'OggS']] },
  { type: 'audio/flac', ending: 'flac', texts: [[0, 'fLaC']] },
  ...['ID3', '\xff\xfb', '\xff\xf3', '\xff\xf2'].map((text): Mark => ({
    type: 'audio/mpeg',
    ending: 'mp3',
    texts: [[0, text]],
  })),
  { type: 'application/zip', ending: 'zip', texts: [[0, 'PK\x03\x04']] },
];

const ENDINGS: ReadonlyMap<string, string> = new Map(
  MARKS.map(({ type, ending }) => [type, ending]),
);

function riff(type: string, ending: string, form: string): Mark[] {
  const texts = [[0, 'RIFF'] as const, [8, form] as const];
  return [{ type, ending, texts }];
}

function isoMedia(type: string, ending: string, brands: readonly string[]): Mark[] {
  return brands.map((brand) => ({
    type,
    ending,
    texts: [
      [4, 'ftyp'],
      [8, brand],
    ],
  }));
}

/** The type of a file by its first `TYPE_BYTES` bytes. */
export function typeByContent(beginning: Uint8Array): string {
  const text = Buffer.from(beginning.subarray(0, TYPE_BYTES)).toString('latin1');
  const mark = MARKS.find(({ texts }) => texts.every(([at, part]) => text.startsWith(part, at)));
  return mark?.type ?? UNKNOWN_TYPE;
}

/** The type that is told, where it is one of media. */
export function knownType(told: string | null): string {
  return told !== null && ENDINGS.has(told) ? told : UNKNOWN_TYPE;
}

/** Of a file name, without a dot. */
export function endingOf(type: string): string {
  return ENDINGS.get(type) ?? 'bin';
}

/** Whether a page may show it where it is asked to. */
export function isShowable(type: string): boolean {
  return /^(?:image|video|audio)\//.test(type);
}
