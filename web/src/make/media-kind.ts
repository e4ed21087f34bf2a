export type MediaKind = 'image' | 'video' | 'audio';

/** File endings that Runway reads. Source: Runway's guide to inputs. */
const ENDINGS: Readonly<Record<MediaKind, readonly string[]>> = {
  image: ['jpg', 'jpeg', 'png', 'webp'],
  video: ['mp4', 'mov', 'mkv', 'webm', '3gp', 'ogv', 'avi', 'flv', 'mpg', 'mpeg'],
  audio: ['mp3', 'wav', 'flac', 'm4a', 'aac', 'ogg'],
};

export const MEDIA_KINDS: readonly MediaKind[] = ['image', 'video', 'audio'];

/** What a file picker offers. */
export function acceptOf(media: MediaKind | null): string {
  return kindsOf(media)
    .flatMap((kind) => [`${kind}/*`, ...ENDINGS[kind].map((ending) => `.${ending}`)])
    .join(',');
}

/** The kind of a file by its name, or of an address by its path; undefined when the ending is unknown. */
export function mediaKindOf(name: string): MediaKind | undefined {
  const path = URL.canParse(name) ? new URL(name).pathname : name;
  const ending = path.split('.').at(-1)?.toLowerCase() ?? '';
  return MEDIA_KINDS.find((kind) => ENDINGS[kind].includes(ending));
}

/** The kind of a media type, e.g. `video/mp4`; undefined for what is no medium, and for null. */
export function kindOfType(mimeType: string | null): MediaKind | undefined {
  const [type] = (mimeType ?? '').split('/');
  return MEDIA_KINDS.find((kind) => kind === type);
}

export function fits(kind: MediaKind | undefined, media: MediaKind | null): boolean {
  return kind !== undefined && (media === null || media === kind);
}

/** Endings as a person reads them. */
export function endingsOf(media: MediaKind | null): string {
  return kindsOf(media)
    .flatMap((kind) => ENDINGS[kind])
    .join(', ');
}

function kindsOf(media: MediaKind | null): readonly MediaKind[] {
  return media === null ? MEDIA_KINDS : [media];
}
