import {
  enumValueName,
  fieldName,
  kebabCase,
  memberName,
  namedValues,
  upperSnake,
} from '../../../schema/generate/names.js';

describe('names', () => {
  it.each([
    ['gen4.5', 'gen4_5'],
    ['gen4_image', 'gen4Image'],
    ['veo3.1_fast', 'veo3_1Fast'],
    ['happyhorse_1_0', 'happyhorse1_0'],
    ['gemini_2.5_flash', 'gemini2_5Flash'],
    ['gemini_image3.1_flash', 'geminiImage3_1Flash'],
    ['gemini_omni_flash_1.1', 'geminiOmniFlash1_1'],
    ['gpt_image_2_5_flare', 'gptImage2_5Flare'],
    ['seedance2_5', 'seedance2_5'],
    ['eleven_text_to_sound_v2', 'elevenTextToSoundV2'],
    ['runway-preset', 'runwayPreset'],
  ])('make the member of the tag %s', (tag, member) => {
    expect(memberName(tag)).toBe(member);
  });

  it.each([
    ['position', 'first', 'FIRST'],
    ['ratio', '1280:720', 'RATIO_1280_720'],
    ['aspectRatio', '16:9', 'ASPECT_RATIO_16_9'],
    ['resolution', '4k', 'RESOLUTION_4K'],
    ['proresProfile', '422 HQ', 'PRORES_PROFILE_422_HQ'],
    ['version', 'unsafe-latest', 'VERSION_UNSAFE_LATEST'],
    ['targetFramerate', '23_98', 'TARGET_FRAMERATE_23_98'],
    ['outputFormat', 'png_sequence', 'PNG_SEQUENCE'],
  ])('make the enum value of %s %s', (property, value, name) => {
    expect(enumValueName(property, value)).toBe(name);
  });

  it('turn cases', () => {
    expect(fieldName('start_seconds')).toBe('startSeconds');
    expect(upperSnake('targetAspectRatio')).toBe('TARGET_ASPECT_RATIO');
    expect(kebabCase('createTextToVideo')).toBe('create-text-to-video');
  });

  it('let case twins share a name, and send the one that is not deprecated, else the newest', () => {
    const comment = '- `768P` - Deprecated: Use "768p" instead.';
    const named = namedValues('resolution', ['768p', '2k', '768P', '2K'], comment);
    expect(named.kept).toEqual([
      { name: 'RESOLUTION_768P', value: '768p' },
      { name: 'RESOLUTION_2K', value: '2K' },
    ]);
    expect(named.twins.map(({ other }) => other)).toEqual(['768P', '2k']);
    expect(named.taken).toEqual([]);
  });

  it('leave out a value that has the name of another one', () => {
    const named = namedValues('ratio', ['16:9', '16_9'], '');
    expect(named.kept).toEqual([{ name: 'RATIO_16_9', value: '16:9' }]);
    expect(named.taken).toEqual([{ name: 'RATIO_16_9', value: '16:9', other: '16_9' }]);
  });
});
