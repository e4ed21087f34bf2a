import {
  forbiddingMember,
  isRestricting,
  NO_POLICY,
  type AccessPolicy,
  type PolicedRequest,
} from '../../../src/domain/tenant/access-policy.js';

const VIDEO: PolicedRequest = {
  operation: 'createTextToVideo',
  model: 'gen4.5',
  isModelChosenElsewhere: false,
};
/** A recipe chooses the model. */
const AD: PolicedRequest = {
  operation: 'createProductAd',
  model: null,
  isModelChosenElsewhere: true,
};
/** No model makes it. */
const DOCUMENT: PolicedRequest = {
  operation: 'createDocument',
  model: null,
  isModelChosenElsewhere: false,
};

describe('an access policy', () => {
  const forbidding = (policy: Partial<AccessPolicy>, request: PolicedRequest, credits?: number) =>
    forbiddingMember({ ...NO_POLICY, ...policy }, request, credits);

  it('forbids nothing where it says nothing', () => {
    for (const request of [VIDEO, AD, DOCUMENT]) {
      expect(forbidding({}, request, 1_000_000)).toBeUndefined();
    }
    expect(isRestricting(NO_POLICY)).toBe(false);
  });

  it('permits the operations that it names and no others', () => {
    const policy = { operations: ['createTextToVideo'] };
    expect(forbidding(policy, VIDEO)).toBeUndefined();
    expect(forbidding(policy, AD)).toBe('operations');
    expect(forbidding({ operations: [] }, VIDEO)).toBe('operations');
    expect(isRestricting({ ...NO_POLICY, operations: [] })).toBe(true);
  });

  it('permits the models that it names and no others', () => {
    expect(forbidding({ models: ['gen4.5'] }, VIDEO)).toBeUndefined();
    expect(forbidding({ models: ['gen4', 'gen4.5x'] }, VIDEO)).toBe('models');
    expect(forbidding({ models: [] }, VIDEO)).toBe('models');
  });

  it('lets others choose a model only where it names the operation', () => {
    expect(forbidding({ models: ['gen4.5'] }, AD)).toBe('models');
    const named = { models: ['gen4.5'], operations: ['createProductAd'] };
    expect(forbidding(named, AD)).toBeUndefined();
    expect(forbidding({ models: [] }, DOCUMENT)).toBeUndefined();
  });

  it('permits what costs no more than it says', () => {
    const policy = { creditsPerRequestMax: 60 };
    expect(forbidding(policy, VIDEO, 60)).toBeUndefined();
    expect(forbidding(policy, VIDEO, 60.01)).toBe('creditsPerRequestMax');
    expect(forbidding({ creditsPerRequestMax: 0 }, DOCUMENT, 0)).toBeUndefined();
    expect(isRestricting({ ...NO_POLICY, creditsPerRequestMax: 0 })).toBe(true);
  });
});
