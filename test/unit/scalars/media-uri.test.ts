import { GraphQLError } from 'graphql';
import {
  DATA_URI_LENGTH_MAX,
  mediaKindOf,
  MediaUriScalar,
  parseMediaUri,
} from '../../../src/scalars/media-uri.js';

const PNG = 'data:image/png;base64,';

function refusalOf(value: unknown): GraphQLError {
  try {
    parseMediaUri(value);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

// Guarantee: no uri reaches Runway that could point into a private network, hide its host or
// smuggle a second line, and no refusal repeats what was sent.
describe('MediaUri', () => {
  it.each([
    'https://example.com/cat.png',
    'https://cdn.example.co.uk/a/b.mp4?signature=a%2Fb&x=1',
    'https://EXAMPLE.com/cat.png',
    'https://a-b.example.com',
    `https://example.com/${'a'.repeat(2_048 - 20)}`,
    'runway://abcd',
    `runway://${'a'.repeat(5_000 - 9)}`,
    `${PNG}iVBORw0KGgo=`,
    'data:video/mp4;base64,AAAA',
    'data:audio/mpeg;base64,AAAA',
    `${PNG}${'A'.repeat(DATA_URI_LENGTH_MAX - PNG.length)}`,
  ])('accepts %.60s', (uri) => {
    expect(parseMediaUri(uri)).toBe(uri);
  });

  it.each([
    ['plain http', 'http://example.com/a.png', 'mediaUri'],
    ['a file', 'file:///etc/passwd', 'mediaUri'],
    ['a capital scheme', 'HTTPS://example.com/a.png', 'mediaUri'],
    ['a leading space', ' https://example.com/a.png', 'mediaUri'],
    ['no scheme', '//example.com/a.png', 'mediaUri'],
    ['a script', 'javascript:alert(1)', 'mediaUri'],
    ['a number', 7, 'mediaUri'],
    ['null', null, 'mediaUri'],
    ['an IPv4 address', 'https://127.0.0.1/a.png', 'mediaUrlHost'],
    ['the metadata address', 'https://169.254.169.254/latest/meta-data', 'mediaUrlHost'],
    ['an IPv6 address', 'https://[::1]/a.png', 'mediaUrlHost'],
    ['an IPv4 address in IPv6', 'https://[::ffff:127.0.0.1]/a.png', 'mediaUrlHost'],
    ['a decimal address', 'https://2130706433/a.png', 'mediaUrlHost'],
    ['a hexadecimal address', 'https://0x7f000001/a.png', 'mediaUrlHost'],
    ['a dotted hexadecimal address', 'https://0x7f.0.0.0x1/a.png', 'mediaUrlHost'],
    ['an octal address', 'https://0177.0.0.1/a.png', 'mediaUrlHost'],
    ['a short address', 'https://127.1/a.png', 'mediaUrlHost'],
    ['full-width digits', 'https://１２７.0.0.1/a.png', 'mediaUrlHost'],
    ['localhost', 'https://localhost/a.png', 'mediaUrlHost'],
    ['localhost with a dot', 'https://localhost./a.png', 'mediaUrlHost'],
    ['a name below localhost', 'https://a.localhost/a.png', 'mediaUrlHost'],
    ['an internal name', 'https://metadata.google.internal/a.png', 'mediaUrlHost'],
    ['a local name', 'https://printer.local/a.png', 'mediaUrlHost'],
    ['a trailing dot', 'https://example.com./a.png', 'mediaUrlHost'],
    ['one label', 'https://intranet/a.png', 'mediaUrlHost'],
    ['punycode', 'https://xn--e1awd7f.com/a.png', 'mediaUrlHost'],
    ['an internationalised name', 'https://пример.com/a.png', 'mediaUrlHost'],
    ['an encoded host', 'https://%65xample.com/a.png', 'mediaUrlHost'],
    ['a user', 'https://user@example.com/a.png', 'mediaUrlHost'],
    ['a user and password', 'https://user:secret@example.com/a.png', 'mediaUrlHost'],
    ['a port', 'https://example.com:8443/a.png', 'mediaUrlHost'],
    ['the usual port', 'https://example.com:443/a.png', 'mediaUrlHost'],
    ['no host', 'https:///a.png', 'mediaUrlHost'],
    ['a label that begins with a hyphen', 'https://-a.example.com/a.png', 'mediaUrlHost'],
    ['a fragment', 'https://example.com/a.png#x', 'mediaUrlFragment'],
    ['a backslash', 'https://example.com\\@evil.com/a.png', 'mediaUriCharacters'],
    ['a line break', 'https://example.com/a.png\r\nHost: evil', 'mediaUriCharacters'],
    ['a null character', 'https://example.com/a\u0000.png', 'mediaUriCharacters'],
    ['a space', 'https://example.com/a b.png', 'mediaUriCharacters'],
    ['a bidirectional override', 'https://example.com/\u202Egnp.a', 'mediaUriCharacters'],
    ['12 characters', 'https://a.co', 'mediaUrlLength'],
    ['2,049 characters', `https://example.com/${'a'.repeat(2_049 - 20)}`, 'mediaUrlLength'],
    ['a short runway uri', 'runway://abc', 'runwayUriLength'],
    ['a long runway uri', `runway://${'a'.repeat(5_000)}`, 'runwayUriLength'],
    ['a line break in a runway uri', 'runway://abcd\nefgh', 'mediaUriCharacters'],
    ['an SVG', 'data:image/svg+xml;base64,AAAA', 'dataUriType'],
    ['a GIF', 'data:image/gif;base64,AAAA', 'dataUriType'],
    ['HTML', 'data:text/html;base64,AAAA', 'dataUriType'],
    ['a data uri without base64', 'data:image/png,abc', 'dataUriType'],
    ['a data uri with parameters', 'data:image/png;charset=utf-8;base64,AAAA', 'dataUriType'],
    ['what is not base64', `${PNG}<script>`, 'dataUriBase64'],
    ['an empty data uri', PNG, 'dataUriBase64'],
    ['more than 5 MB', `${PNG}${'A'.repeat(DATA_URI_LENGTH_MAX)}`, 'dataUriLength'],
  ])('V3, V5: refuses %s', (_what, value, rule) => {
    const { message, extensions } = refusalOf(value);
    expect(extensions['rule']).toBe(rule);
    expect(extensions['allowed']).toEqual(expect.arrayContaining([expect.any(String)]));
    if (typeof value === 'string') {
      const told = JSON.stringify({ message, extensions });
      expect(told).not.toContain(value);
      expect(told).not.toMatch(/secret|evil|passwd/);
    }
  });

  it('reads a literal only when it is a text', () => {
    const { parseLiteral } = MediaUriScalar;
    const uri = 'https://example.com/a.png';
    expect(parseLiteral({ kind: 'StringValue', value: uri } as never, {})).toBe(uri);
    expect(() => parseLiteral({ kind: 'IntValue', value: '1' } as never, {})).toThrow(GraphQLError);
  });

  it('tells the kind of a data uri, and nothing of other uris', () => {
    expect(mediaKindOf('data:audio/wav;base64,AAAA')).toBe('audio');
    expect(mediaKindOf('https://example.com/a.png')).toBeUndefined();
  });
});
