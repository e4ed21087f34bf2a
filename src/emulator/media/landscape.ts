import { deflateSync } from 'node:zlib';
import { PNG_SIGNATURE, pngChunk } from './png-chunk.js';

/** Pixels. Small, because it is made anew for every download. */
const WIDTH = 720;
const HEIGHT = 480;

/** Colours of the sky, of each range of hills, and the sun's. */
const SKY_COLOURS = 96;
const RANGES = 5;
const SUN = SKY_COLOURS + RANGES;

/** Hues of skies: dawn, noon, dusk. */
const SKIES = [12, 28, 190, 205, 222, 250, 275, 318, 345] as const;

/** A PNG of hills under a sky, whose shapes and colours follow from `seed`. */
export function makeLandscape(seed: number): Buffer {
  const random = randomOf(seed);
  const hue = SKIES[Math.floor(random() * SKIES.length)] ?? SKIES[0];
  const sun = { x: WIDTH * (0.2 + random() * 0.6), y: HEIGHT * (0.2 + random() * 0.25) };
  const radius = 32 + random() * 32;
  const ranges = Array.from({ length: RANGES }, (_, at) => rangeOf(at, random));
  const rows = skyRows();
  drawSun(rows, sun, radius);
  for (let x = 0; x < WIDTH; x += 1) {
    ranges.forEach((top, at) => {
      for (let y = Math.max(0, Math.ceil(top(x))); y < HEIGHT; y += 1) {
        rows[placeOf(x, y)] = SKY_COLOURS + at;
      }
    });
  }
  return png(rows, paletteOf(hue));
}

/** Where a pixel is among the rows, each of which begins with the number of its filter. */
function placeOf(x: number, y: number): number {
  return y * (1 + WIDTH) + 1 + x;
}

function skyRows(): Buffer {
  const rows = Buffer.alloc(HEIGHT * (1 + WIDTH));
  for (let y = 0; y < HEIGHT; y += 1) {
    rows.fill(Math.floor((y / HEIGHT) * SKY_COLOURS), placeOf(0, y), placeOf(WIDTH, y));
  }
  return rows;
}

function drawSun(
  rows: Buffer,
  sun: { readonly x: number; readonly y: number },
  radius: number,
): void {
  for (let y = Math.ceil(sun.y - radius); y < sun.y + radius; y += 1) {
    const half = Math.sqrt(radius ** 2 - (y - sun.y) ** 2);
    rows.fill(SUN, placeOf(Math.round(sun.x - half), y), placeOf(Math.round(sun.x + half), y));
  }
}

/** The line of one range of hills: each is nearer and lower than the one before. */
function rangeOf(at: number, random: () => number): (x: number) => number {
  const ground = HEIGHT * (0.45 + at * 0.11);
  const waves = [1, 2, 4].map((times) => ({
    height: (HEIGHT * 0.09 * random()) / times,
    length: (times * (1.5 + random())) / WIDTH,
    shift: random() * Math.PI * 2,
  }));
  return (x) =>
    waves.reduce(
      (top, { height, length, shift }) => top - height * Math.sin(x * length * Math.PI * 2 + shift),
      ground,
    );
}

function paletteOf(hue: number): Buffer {
  const colours = [
    ...Array.from({ length: SKY_COLOURS }, (_, at) =>
      rgb(hue + 40 * (at / SKY_COLOURS), 0.66, 0.42 + 0.46 * (at / SKY_COLOURS)),
    ),
    ...Array.from({ length: RANGES }, (_, at) => rgb(hue - 25, 0.42, 0.46 - at * 0.09)),
    rgb(hue + 70, 0.9, 0.93),
  ];
  return Buffer.from(colours.flat());
}

/** From hue in degrees, saturation and lightness from 0 to 1. */
function rgb(hue: number, saturation: number, lightness: number): readonly number[] {
  const span = saturation * Math.min(lightness, 1 - lightness);
  return [0, 8, 4].map((offset) => {
    const place = (offset + (((hue % 360) + 360) % 360) / 30) % 12;
    return Math.round(255 * (lightness - span * Math.max(-1, Math.min(place - 3, 9 - place, 1))));
  });
}

/** Numbers from 0 to 1 that follow from the seed. */
function randomOf(seed: number): () => number {
  let state = (seed ^ 0x9e37_79b9) >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b_3c6d) + 0x6d2b_79f5) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

/** `rows` has the pixels as places in the palette. */
function png(rows: Buffer, palette: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  // 8 bits per pixel, colours from the palette.
  header.set([8, 3], 8);
  return Buffer.concat([
    PNG_SIGNATURE,
    pngChunk('IHDR', header),
    pngChunk('PLTE', palette),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}
