import { mediaKindOf, toCardTask } from '../../../../web/src/find/listed-task.js';
import { aTask } from './a-task.js';

describe('the card of a task', () => {
  it('has its words, its first output and how many there are', () => {
    expect(toCardTask(aTask('a'))).toMatchObject({
      prompt: 'A lighthouse at dawn',
      media: { url: 'https://media.example/one.mp4', kind: 'video' },
      outputs: 1,
      failureCode: null,
      estimatedCredits: 60,
    });
    expect(
      toCardTask({ ...aTask('a'), output: [], failure: { code: 'SAFETY.INPUT' } }),
    ).toMatchObject({ media: null, outputs: 0, failureCode: 'SAFETY.INPUT' });
  });

  it('keeps no input, which may be large', () => {
    expect(Object.keys(toCardTask(aTask('a')))).not.toContain('input');
  });

  it.each([
    ['image/png', 'image'],
    ['video/mp4', 'video'],
    ['audio/mpeg', 'audio'],
    ['application/zip', 'file'],
    [null, 'file'],
  ])('shows %s as %s', (mimeType, kind) => {
    expect(mediaKindOf(mimeType)).toBe(kind);
  });

  it('has no more words than there is room for, cut between letters', () => {
    const input = { gen4: { promptText: '🦊'.repeat(300) } };
    expect(toCardTask({ ...aTask('a'), input }).prompt).toBe(`${'🦊'.repeat(239)}…`);
    expect(toCardTask({ ...aTask('a'), input: { gen4: { seed: 1 } } }).prompt).toBeNull();
  });
});
