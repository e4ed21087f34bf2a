import { allForms } from '../../../web/src/generated/forms/all-forms.js';
import { enumNameOf, kindOf, KINDS, operationOf, titleOf } from '../../../web/src/make/kinds.js';

describe('what the studio makes', () => {
  it('has every mutation with a form once', () => {
    const ways = KINDS.flatMap((kind) => kind.ways.map(({ operation }) => operation));
    expect([...ways].sort()).toEqual(Object.keys(allForms).sort());
  });

  it('gives every way of a kind a title of its own', () => {
    for (const { ways } of KINDS) {
      expect(new Set(ways.map(({ title }) => title)).size).toBe(ways.length);
    }
  });

  it('finds a mutation by its enum, and its kind', () => {
    for (const operation of Object.keys(allForms)) {
      expect(operationOf(enumNameOf(operation))).toBe(operation);
    }
    expect(kindOf('createVideoToHdr').id).toBe('upscaling');
  });

  it('names tasks, also those that no form makes', () => {
    expect(titleOf('CREATE_IMAGE_TO_VIDEO')).toBe('Video · from images');
    expect(titleOf('CREATE_REALTIME_SESSION')).toBe('Create realtime session');
    expect(operationOf('CREATE_REALTIME_SESSION')).toBeUndefined();
  });
});
