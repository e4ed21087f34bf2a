// Guarantee: of Runway's words a client is shown a bounded line without control characters and
// queries of addresses, and nothing at all of a text that contains a secret, a name that its request
// did not contain, or a fact of the Runway account.
import { randomUUID } from 'node:crypto';
import { HIDDEN_SECRET, RunwayWords, WORDS_LENGTH_MAX } from '../../../src/domain/runway-words.js';
import { knownNames } from '../../../src/services/upstream/known-names.js';
import { seededRandom } from '../../chaos/seeded-random.js';

const ROUNDS = 2_000;
const SEED = 20_261_129;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';

const PLAIN = [
  'Failed to fetch asset.',
  'HTTP 404',
  'Must be 2-30 seconds long,',
  'at most 16 MB',
  'and 1280x720 or 1280:720.',
  'Invalid input: expected string, received number',
  'The server’s Content-Type is wrong.',
  'Too long (5242880 characters)',
];

/** The words as a client sees them whose request was `input`. */
function shown(text: string, input: Parameters<typeof knownNames>[0] = {}): string | null {
  return new RunwayWords(text).passedOn(knownNames(input));
}

class Random {
  readonly next = seededRandom(SEED);

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  oneOf<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('There is nothing to choose from.');
    return item;
  }

  text(alphabet: string, length: number): string {
    return Array.from({ length }, () => alphabet.charAt(this.below(alphabet.length))).join('');
  }

  sentence(): string {
    return Array.from({ length: 1 + this.below(4) }, () => this.oneOf(PLAIN)).join(' ');
  }

  /** A name of each kind that may be another tenant's. */
  name(): string {
    const word = (): string => this.text(LETTERS, 3 + this.below(6));
    const mixed = `${this.text(LETTERS, 6)}${this.text(DIGITS, 1 + this.below(6))}`;
    return this.oneOf([
      () => randomUUID(),
      () => randomUUID().toUpperCase(),
      () => `${mixed}${this.text(`${LETTERS}${DIGITS}`, 6)}`,
      () => `x${this.text('0123456789abcdef', 31)}`,
      () => `x${word()}-${word()}`,
      () => `${word()}_x${word()}`,
      () => `t${this.text('0123456789abcdef', 10)}-${word()}`,
      () => `runway://${word()}/${mixed}`,
      () => `https://${word()}.example.com/${word()}.mp4`,
      () => `${word()}@${word()}.com`,
      () => this.text(DIGITS.slice(1), 12),
      () => `'x${word()}'`,
      () => `"${word()}${this.text(DIGITS, 2)}x"`,
    ])();
  }

  /** The same to a reader, written otherwise. */
  disguised(name: string): string {
    const at = 1 + this.below(name.length - 1);
    return this.oneOf([
      () => name,
      () => `${name.slice(0, at)}\u200b${name.slice(at)}`,
      () => `${name.slice(0, at)}\u00ad${name.slice(at)}`,
      () => name.replace(/[a-z0-9]/gi, (char) => String.fromCodePoint(char.charCodeAt(0) + 0xfee0)),
      () => `(${name}),`,
      () => `${name}.`,
    ])();
  }
}

describe('Runway’s words', () => {
  it('M7: are dropped whole where they contain a name that the request did not', () => {
    const random = new Random();
    const passed = Array.from({ length: ROUNDS }, () => {
      const name = random.disguised(random.name());
      return `${random.sentence()} ${name} ${random.sentence()}`;
    }).filter((text) => shown(text, { promptText: 'A fox', ratio: 'RATIO_1280_720' }) !== null);
    expect(passed).toEqual([]);
  });

  it('are passed on where the request contained the name', () => {
    const random = new Random();
    for (let round = 0; round < ROUNDS; round += 1) {
      const name = random.name();
      const text = `${random.sentence()} ${name} ${random.sentence()}`;
      const plain = name.replaceAll(/["']/g, '');
      const cut = text.slice(0, WORDS_LENGTH_MAX);
      expect(shown(text, { list: [{ [plain]: 1 }] })).toBe(cut);
      expect(shown(text, { text: `before ${plain} after` })).toBe(cut);
    }
  });

  it('M21: are dropped whole where they contain a secret, also one of the request', () => {
    const random = new Random();
    const passed = Array.from({ length: ROUNDS }, () => {
      const rest = random.text(`${LETTERS}${DIGITS}`, 8 + random.below(120));
      const secret = random.oneOf([
        HIDDEN_SECRET,
        `key_${rest}`,
        `rgk_${random.text(LETTERS, 6)}_${rest}`,
        `Bearer ${rest}`,
        `eyJ${rest}.${rest}.${rest}`,
      ]);
      return { text: `${random.sentence()} ${secret} ${random.sentence()}`, secret };
    }).filter(({ text, secret }) => shown(text, { promptText: secret }) !== null);
    expect(passed).toEqual([]);
  });

  it('are a bounded line without control characters and queries, whatever Runway writes', () => {
    const random = new Random();
    for (let round = 0; round < ROUNDS; round += 1) {
      const text = Array.from({ length: 1 + random.below(900) }, () =>
        random.oneOf([
          () => String.fromCodePoint(random.below(0x30)),
          () => String.fromCodePoint(random.below(0xffff)),
          () => '\ud83d\ude00',
          () => ' fox ',
          () => '?',
          () => ' https://a.example/x?sig=',
        ])(),
      ).join('');
      const words = new RunwayWords(text).passedOn(() => true);
      if (words === null) continue;
      expect(words.length).toBeLessThanOrEqual(WORDS_LENGTH_MAX);
      expect(words).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      expect(words).not.toContain('sig=');
    }
  });

  it('keep an address of the request, without what signs it', () => {
    const uri = 'https://me:pw@assets.example.com/a/fox.png?X-Amz-Signature=abc#part';
    const input = { promptImage: [{ uri }, { uri: 'https://assets.example.com/a/fox.png' }] };
    for (const written of [uri, 'https://assets.example.com/a/fox.png?a=1&b=2']) {
      expect(shown(`Failed to fetch ${written}: HTTP 404`, input)).toMatch(
        /^Failed to fetch https:\/\/assets\.example\.com\/a\/fox\.png/,
      );
      expect(shown(`Failed to fetch ${written}: HTTP 404`, input)).not.toMatch(/Amz|b=2|part|pw/);
    }
  });

  it.each([
    'Failed to fetch asset. HTTP 404',
    "Invalid parameter 'promptText'",
    'Could not find Task',
    'Asset duration must be at most 30 seconds',
    'Timed out fetching asset: the server did not answer a HEAD request within 10 s.',
    'Invalid option: expected one of "1280:720"|"720:1280"',
    'Invalid asset: unsupported Content-Type application/octet-stream',
    'Prompt text must not exceed the limit of 1000 UTF-16 characters',
    'gen4_turbo does not take references; see https://docs.dev.runwayml.com/errors/task-failures/',
    'Aspect ratio (width / height) must be between 0.5 and 2, got 3.141.',
    'Seed must be between 0 and 4294967295',
  ])('that help are passed on: %s', (text) => {
    expect(shown(text)).toBe(text);
  });

  it.each([
    'You do not have enough credits to run this task.',
    'Your daily task limit has been reached.',
    'Your organization is on the free plan',
    'This model needs tier 3.',
    'Too many concurrent generations',
    'The workspace is suspended',
    'Rate limit exceeded',
    'Limit of 200 tasks per day',
    'creditBalance is 7',
    'Your account is not allowed to use gen4_turbo',
  ])('that tell of the account are dropped: %s', (text) => {
    expect(shown(text)).toBeNull();
  });

  it('of a list are dropped value by value: there a plain word is a name, too', () => {
    const isKnown = knownNames({ configId: 'mine' });
    const passed = ['nightly', 'mine', '1280:720', 'hd-fox', 'prores', '7'].flatMap(
      (value) => new RunwayWords(value).valuePassedOn(isKnown) ?? [],
    );
    expect(passed).toEqual(['mine', '1280:720', 'prores', '7']);
  });

  it('are shown by no log and no JSON', () => {
    const words = new RunwayWords('Zq7Zq7');
    expect(JSON.stringify({ words })).not.toContain('Zq7');
    expect(Object.values(words)).toEqual([]);
  });

  it('end in time, however long and odd', () => {
    const began = performance.now();
    for (const text of ['a-', '://', "'", 'x?', '@.', 'A', '\u200b', 'limit ', 'eyJ']) {
      new RunwayWords(text.repeat(5_000)).passedOn(() => true);
      new RunwayWords(text.repeat(1_000_000)).passedOn(() => true);
    }
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
