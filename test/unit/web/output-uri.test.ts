import { isOutputUri, outputUri, outputUriAt } from '../../../web/src/make/output-uri.js';

const ID = '3f2f0f3e-6c1d-4a3b-9a57-0f8a52e8f0c1.0';

describe('the uri of an output', () => {
  it('is told by the address at which a page shows it', () => {
    const address = `https://outputs.example.com/outputs/${ID}?expires=1&signature=a`;
    expect(outputUriAt(address)).toBe(outputUri(ID));
    expect(isOutputUri(outputUri(ID))).toBe(true);
  });

  it.each([
    'https://assets.example.com/fox.png',
    `https://outputs.example.com/outputs/${ID}/more`,
    'https://outputs.example.com/outputs/fox.png',
    'runway://fox',
    'fox.png',
  ])('%s is none', (address) => {
    expect(outputUriAt(address)).toBeUndefined();
    expect(isOutputUri(address)).toBe(false);
  });
});
