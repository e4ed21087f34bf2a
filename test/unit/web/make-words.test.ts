import { creditsText, dollarsText, fitOf } from '../../../web/src/make/budget-fit.js';
import { labelOf, valueLabel } from '../../../web/src/make/field-label.js';
import { acceptOf, fits, mediaKindOf } from '../../../web/src/make/media-kind.js';
import { prefillFrom } from '../../../web/src/make/prefill.js';
import { lengthText, priceText, type Price } from '../../../web/src/make/price-text.js';
import { fileProblem } from '../../../web/src/make/file-problem.js';

const price: Price = {
  unit: 'SECONDS',
  base: 0,
  creditsMin: 12,
  creditsMax: 12,
  minimum: null,
  charactersPerUnit: null,
  isPartial: false,
};

describe('the words of Make', () => {
  it('tell a price by its unit', () => {
    expect(priceText(price)).toBe('12 credits a second');
    expect(
      priceText({ ...price, creditsMin: 0.05, unit: 'CHARACTERS', charactersPerUnit: 50 }),
    ).toBe('0.05–12 credits per 50 characters');
    expect(priceText({ ...price, base: 3, unit: 'OUTPUTS', isPartial: true })).toBe(
      'from 3 + 12 credits each',
    );
    expect(priceText({ ...price, creditsMin: 1, creditsMax: 1, unit: 'ONCE' })).toBe('1 credit');
    expect(priceText(null)).toBe('Price not published');
  });

  it('tell lengths', () => {
    const none = { min: null, max: null, values: null, auto: false };
    expect(lengthText({ ...none, values: [4, 6, 8] })).toBe('4, 6, 8 s');
    expect(lengthText({ ...none, min: 2, max: 10 })).toBe('2–10 s');
    expect(lengthText({ ...none, max: 30 })).toBe('up to 30 s');
    expect(lengthText(none)).toBeUndefined();
    expect(lengthText(null)).toBeUndefined();
  });

  it('tell whether requests fit before they are sent', () => {
    const estimate = { credits: 60, isGuaranteed: true, remaining: 100, wouldWait: false };
    expect(fitOf(estimate, 1)).toEqual({ fits: true, warning: null });
    expect(fitOf(estimate, 2)).toMatchObject({ fits: false });
    expect(fitOf(estimate, 2).warning).toContain(
      'needs 120 credits and your budget has 100 credits left',
    );
    expect(fitOf({ ...estimate, remaining: null, wouldWait: true }, 9)).toMatchObject({
      fits: true,
    });
    expect(creditsText(1)).toBe('1 credit');
    expect(dollarsText(250)).toBe('$2.50');
  });

  it('name fields and values', () => {
    expect(labelOf('promptText')).toBe('Prompt');
    expect(labelOf('referenceImages')).toBe('Reference images');
    expect(valueLabel({ name: 'RATIO_1280_720', value: '1280:720' })).toBe('1280 × 720');
    expect(valueLabel({ name: 'RATIO_16_9', value: '16:9' })).toBe('16:9');
    expect(valueLabel({ name: 'PHOTO', value: 'photo', words: 'Photographs.' })).toBe(
      'Photo: Photographs',
    );
  });

  it('know files by their endings', () => {
    expect(mediaKindOf('Clip.MP4')).toBe('video');
    expect(mediaKindOf('https://example.com/a/b.png?_jwt=x.y.z')).toBe('image');
    expect(mediaKindOf('notes.txt')).toBeUndefined();
    expect(fits('audio', 'image')).toBe(false);
    expect(fits('audio', null)).toBe(true);
    expect(acceptOf('image')).toBe('image/*,.jpg,.jpeg,.png,.webp');
  });

  it('say why a file cannot be taken', () => {
    expect(fileProblem({ name: 'a.png', size: 512 }, 'image')).toBeNull();
    expect(fileProblem({ name: 'a.png', size: 511 }, 'image')).toContain('too small');
    expect(fileProblem({ name: 'a.mp4', size: 209_715_201 }, null)).toContain('too large');
    expect(fileProblem({ name: 'a.mp4', size: 600 }, 'image')).toContain('jpg, jpeg, png, webp');
  });
});

describe('a form that is filled from a task', () => {
  it('has its input, label and model', () => {
    const input = { gen4_5: { promptText: 'A fox', ratio: 'RATIO_1280_720', duration: 5 } };
    expect(prefillFrom({ operation: 'CREATE_TEXT_TO_VIDEO', input, label: 'x' })).toEqual({
      operation: 'createTextToVideo',
      value: input,
      label: 'x',
      mediaLeftOut: 0,
    });
  });

  it('asks again for files that the gateway no longer holds', () => {
    const omitted = { omitted: 'data:image/png', sha256: 'ab', bytes: 9 };
    const input = { gen4Turbo: { promptImage: [{ uri: omitted }], ratio: 'RATIO_1280_720' } };
    const filled = prefillFrom({ operation: 'CREATE_IMAGE_TO_VIDEO', input, label: null });
    expect(filled?.mediaLeftOut).toBe(1);
    expect(filled?.value).toEqual({
      gen4Turbo: { promptImage: [{ uri: undefined }], ratio: 'RATIO_1280_720' },
    });
  });

  it('is not there for what no form makes', () => {
    expect(prefillFrom({ operation: 'GRANT_RESOURCE', input: {}, label: null })).toBeUndefined();
  });
});
