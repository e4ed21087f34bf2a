import { creditsUsedIn } from '../../../src/adapters/runway/credits-used.js';

const used = (entry: unknown, date: unknown = '2026-01-02') => ({
  models: ['gen4.5'],
  results: [{ date, usedCredits: [entry] }],
});

describe('creditsUsedIn', () => {
  it('lists what was used by day and model, what came back included', () => {
    const json = {
      results: [
        { date: '2026-01-02', usedCredits: [{ model: 'gen4.5', amount: 60 }] },
        { date: '2026-01-03', usedCredits: [{ model: 'veo3.1', amount: -2.5 }] },
        { date: '2026-01-04', usedCredits: [] },
      ],
    };
    expect(creditsUsedIn(json)).toEqual([
      { day: '2026-01-02', model: 'gen4.5', credits: 60 },
      { day: '2026-01-03', model: 'veo3.1', credits: -2.5 },
    ]);
  });

  it.each([
    null,
    {},
    { results: {} },
    { results: [null] },
    { results: [{ date: '2026-01-02' }] },
    used({ model: 'gen4.5', amount: 1 }, 'yesterday'),
    used({ model: 7, amount: 1 }),
    used({ model: 'gen4.5', amount: '1' }),
    used({ model: 'gen4.5' }),
  ])('is null for another shape: %j', (json) => {
    expect(creditsUsedIn(json)).toBeNull();
  });
});
