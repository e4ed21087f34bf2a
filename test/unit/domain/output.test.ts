import { toOutput } from '../../../src/domain/task/output.js';

const jwt = (payload: string): string => `h.${Buffer.from(payload).toString('base64url')}.s`;

describe('outputs', () => {
  it.each([
    ['https://cdn.example/a.mp4', 'video/mp4'],
    ['https://cdn.example/a.PNG?x=.wav', 'image/png'],
    ['https://cdn.example/frames.zip#.mp4', 'application/zip'],
    ['https://cdn.example/a.constructor', null],
    ['https://cdn.example/mp4', null],
  ])('tell the type of %s by its ending', (url, mimeType) => {
    expect(toOutput(url, 'n')).toEqual({ url, mimeType, expiresAt: null, nodeId: 'n' });
  });

  it.each([
    ['{"exp":1767225600}', '2026-01-01T00:00:00.000Z'],
    ['{"exp":"1767225600"}', null],
    ['{"exp":1e300}', null],
    ['{"exp":253402300799}', '9999-12-31T23:59:59.000Z'],
    ['{"exp":253402300800}', null],
    ['{"exp":-1}', null],
    ['{}', null],
    ['7', null],
    ['no JSON', null],
  ])('read the expiry out of %s', (payload, expiresAt) => {
    const url = `https://cdn.example/a.mp4?_jwt=${jwt(payload)}`;
    expect(toOutput(url, null).expiresAt).toBe(expiresAt);
  });
});
