import { endingsOf, fits, mediaKindOf, type MediaKind } from './media-kind.js';

/** 512 B and 200 MB. Source: Runway's guide to uploads. */
const BYTES_MIN = 512;
const BYTES_MAX = 209_715_200;

/** Why a file cannot be taken; null when it can. */
export function fileProblem(
  { name, size }: { readonly name: string; readonly size: number },
  media: MediaKind | null,
): string | null {
  if (!fits(mediaKindOf(name), media)) return `Runway reads here: ${endingsOf(media)}.`;
  if (size < BYTES_MIN) return 'The file is too small: Runway takes 512 bytes or more.';
  if (size > BYTES_MAX) return 'The file is too large: Runway takes 200 MB or less.';
  return null;
}
