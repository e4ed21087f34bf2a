import { readSource, type Source } from '../media/sources.js';

type Fields = Readonly<Record<string, unknown>>;

/** What a body asks for, as far as it has a price. */
export interface Job {
  /** Of the output. */
  readonly seconds: number;
  /** Pixels of the output; undefined where the body leaves its size to the model. */
  readonly pixels: number | undefined;
  /** `resolution`, or what an `auto_…` ratio names, in small letters. */
  readonly named: string | undefined;
  readonly shortSide: number | undefined;
  readonly hasSound: boolean;
  /** Credits for each second that the format costs more than MP4. */
  readonly formatSurcharge: number;
  readonly quality: string | undefined;
  readonly outputs: number;
  readonly images: number;
  readonly sounds: number;
  readonly characters: number;
  /** The medium that is worked on. */
  readonly source: Source;
  /** Seconds of all videos that the body names. */
  readonly videoSeconds: number;
  /** Seconds of the sound that a text is spoken in. */
  readonly spokenSeconds: number;
  readonly fields: Fields;
}

/** More pixels than this cost more in some formats. Source: the SDK's comments. */
const LARGE_PIXELS = 4_000_000;

/** A usual pace of speech. */
const CHARACTERS_PER_SECOND = 15;

/** `seconds`: those of the output where the body does not say. */
export function jobOf(fields: Fields, seconds: number): Job {
  const ratio = textOf(fields['ratio']) ?? '';
  const [, width, height] = /^(\d{3,}):(\d{3,})$/.exec(ratio) ?? [];
  const sides = width === undefined ? undefined : ([Number(width), Number(height)] as const);
  const source = readSource(sourceIn(fields));
  const pixels = sides && sides[0] * sides[1];
  const characters = textOf(fields['promptText'])?.length ?? 0;
  return {
    seconds: typeof fields['duration'] === 'number' ? fields['duration'] : seconds,
    pixels,
    named: (textOf(fields['resolution']) ?? /^auto_(\w+)$/.exec(ratio)?.[1])?.toLowerCase(),
    shortSide: sides && Math.min(...sides),
    hasSound: fields['audio'] !== false,
    formatSurcharge: surchargeOf(textOf(fields['outputFormat']), pixels ?? source.pixels),
    quality: textOf(fields['quality']),
    outputs: typeof fields['outputCount'] === 'number' ? fields['outputCount'] : 1,
    images: entriesOf(fields, 'references', 'referenceImages', 'promptImage').length,
    sounds: entriesOf(fields, 'referenceAudio', 'referenceAudios').length,
    characters,
    source,
    videoSeconds: entriesOf(fields, 'promptVideo', 'videoUri', 'referenceVideos')
      .map((uri) => readSource(uri).seconds)
      .reduce((sum, one) => sum + one, 0),
    spokenSeconds: Math.ceil(characters / CHARACTERS_PER_SECOND),
    fields,
  };
}

/** Sequences and ProRes cost a little more, everything of 10 bits and more a good deal. */
function surchargeOf(format: string | undefined, pixels: number): number {
  if (format === 'prores' || format === 'png_sequence') return 5;
  if (format === undefined || !/^(hdr|hlg|sdr_rec709_10bit)/.test(format)) return 0;
  return pixels > LARGE_PIXELS ? 40 : 20;
}

/** The address of the medium that is worked on; empty for none. */
function sourceIn(fields: Fields): string {
  const { videoUri, promptVideo, audioUri, media, reference } = fields;
  for (const one of [videoUri, promptVideo, audioUri, media, reference]) {
    const uri = uriOf(one);
    if (uri !== undefined) return uri;
  }
  return '';
}

/** The addresses that these properties name, one each or in lists. */
function entriesOf(fields: Fields, ...names: readonly string[]): readonly string[] {
  return names.flatMap((name) => [fields[name]].flat()).flatMap((entry) => uriOf(entry) ?? []);
}

function uriOf(entry: unknown): string | undefined {
  if (typeof entry === 'string') return entry;
  if (typeof entry !== 'object' || entry === null || !('uri' in entry)) return undefined;
  return textOf(entry.uri);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
