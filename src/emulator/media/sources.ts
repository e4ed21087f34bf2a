/** What a media address says of its file. */
export interface Source {
  readonly seconds: number;
  readonly pixels: number;
  readonly framesPerSecond: number;
}

/** So short that as many references as a model takes are not too long together. */
const USUAL = { seconds: 3, pixels: 1280 * 720, framesPerSecond: 30 } as const;

/**
 * No file is fetched. A URL may describe its file in its query, e.g.
 * `https://example.com/clip.mp4?seconds=12&size=3840x2160&fps=60`; the rest is as usual.
 */
export function readSource(uri: string): Source {
  const query = queryOf(uri);
  const [width, height] = (query.get('size') ?? '').split('x').map(Number);
  return {
    seconds: positive(query.get('seconds')) ?? USUAL.seconds,
    pixels: positive(Number(width) * Number(height)) ?? USUAL.pixels,
    framesPerSecond: positive(query.get('fps')) ?? USUAL.framesPerSecond,
  };
}

/** Undefined where the address does not say. */
export function statedSeconds(uri: string): number | undefined {
  return positive(queryOf(uri).get('seconds'));
}

function queryOf(uri: string): URLSearchParams {
  const isUrl = uri.startsWith('https:') && URL.canParse(uri);
  return isUrl ? new URL(uri).searchParams : new URLSearchParams();
}

function positive(value: string | number | null): number | undefined {
  const number = value === null ? NaN : Number(value);
  return Number.isFinite(number) && number > 0 ? number : undefined;
}
