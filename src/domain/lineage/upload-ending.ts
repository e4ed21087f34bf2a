/** What Runway takes as an upload, by media type: the ending of its file name. Source: Runway's page on inputs. */
const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/x-matroska': 'mkv',
  'video/webm': 'webm',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'audio/flac': 'flac',
  'audio/mp4': 'm4a',
  'audio/aac': 'aac',
  'audio/ogg': 'ogg',
};

/** 512 B and 200 MB. Source: Runway's page on uploads. */
export const UPLOAD_BYTES_MIN = 512;
export const UPLOAD_BYTES_MAX = 209_715_200;

/** Undefined for a type that Runway does not take. */
export function uploadEnding(mediaType: string): string | undefined {
  return Object.hasOwn(ENDINGS, mediaType) ? ENDINGS[mediaType] : undefined;
}
