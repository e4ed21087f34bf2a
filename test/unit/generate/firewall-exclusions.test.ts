import { readFileSync } from 'node:fs';
import {
  emitFirewallExclusions,
  freeTextNames,
  mediaNames,
} from '../../../schema/generate/emit/firewall-exclusions.js';

describe('the exclusions of the firewall', () => {
  it('have the last step of each path of free text, once and in order', () => {
    const rows = [
      { 'auto.prompt': 'text', 'tools[].name': 'text' },
      { 'input.labels[]': 'text', name: 'text', models: 'upstreamConstant' },
    ] as const;
    expect(freeTextNames(rows, ['uri'])).toEqual(['labels', 'name', 'prompt', 'uri']);
  });

  it.each([
    ['an id', { reference: 'avatar' }],
    ['a constant', 'upstreamConstant'],
  ] as const)('refuse a name that is also %s', (_what, of) => {
    const rows = [{ 'a.text': 'text' }, { 'b.text': of }] as const;
    expect(() => freeTextNames(rows, [])).toThrow('text');
  });

  it('have the fields of inputs that are media, also in lists', () => {
    const sdl = `scalar MediaUri
      type Query { a(input: I): MediaUri }
      input I { first: MediaUri!, more: [MediaUri!], name: String }`;
    expect(mediaNames(sdl)).toEqual(['first', 'more']);
  });

  it('are committed as the tables are', async () => {
    for (const [file, text] of await emitFirewallExclusions()) {
      expect(readFileSync(file, 'utf8')).toBe(text);
      expect(text).toContain('|promptText|');
      expect(text).not.toMatch(/[(|]id[|)]/);
    }
  });
});
