import { typeByContent } from '../../../src/domain/archive/media-type.js';
import { outputId, parseOutputId } from '../../../src/domain/archive/output-id.js';
import { dispositionOf } from '../../../src/domain/archive/output-disposition.js';
import { MEDIA } from '../../../src/emulator/tasks/output-plan.js';
import { OpenDownloads } from '../../../src/http/outputs/open-downloads.js';
import { requestedRange } from '../../../src/http/outputs/requested-range.js';

const TASK = '0b6c0f6e-2f38-41a1-b681-7267330ba954';

describe('the type of a file', () => {
  it.each(Object.entries(MEDIA))('is known by its content: %s', (_kind, { mime, make }) => {
    expect(typeByContent(make(1))).toBe(mime);
  });

  it.each(['<!doctype html><script>', '<svg xmlns="', '%PDF-1.7', '', 'GIF'])(
    'is none that a browser would run: %s',
    (text) => {
      expect(typeByContent(Buffer.from(text))).toBe('application/octet-stream');
    },
  );

  it('M6: lets a page show media alone', () => {
    const name = { taskId: TASK, position: 2 };
    expect(dispositionOf(name, 'video/mp4', true)).toBe(`inline; filename="${TASK}-2.mp4"`);
    expect(dispositionOf(name, 'video/mp4', false)).toContain('attachment');
    expect(dispositionOf(name, 'application/zip', true)).toContain('attachment');
    expect(dispositionOf(name, 'application/octet-stream', true)).toContain('attachment');
  });
});

describe('the id of an output', () => {
  it('says its task and position, and is nothing else', () => {
    expect(parseOutputId(outputId(TASK, 3))).toEqual({ taskId: TASK, position: 3 });
    for (const text of [
      TASK,
      `${TASK}.`,
      `${TASK}.01`,
      `${TASK}.-1`,
      `../${TASK}.0`,
      `${TASK}.0/..`,
    ]) {
      expect(parseOutputId(text)).toBeUndefined();
    }
  });
});

describe('a requested range', () => {
  it.each([
    ['bytes=0-', { first: 0 }],
    ['bytes=5-9', { first: 5, last: 9 }],
    ['bytes=-7', { suffix: 7 }],
    ['bytes=9-5', undefined],
    ['bytes=0-1,3-4', undefined],
    ['bytes=a-', undefined],
    ['items=0-1', undefined],
    [undefined, undefined],
  ])('%s', (header, range) => {
    expect(requestedRange(header)).toEqual(range);
  });
});

describe('open downloads', () => {
  it('are bounded, and one tenant has half of them at most', () => {
    const open = new OpenDownloads(4);
    const first = open.open('ann');
    open.open('ann');
    expect(() => open.open('ann')).toThrow('limit');
    open.open('bob');
    open.open('cid');
    expect(() => {
      open.requireRoom();
    }).toThrow('limit');
    first();
    first();
    open.open('bob');
    expect(open.count).toBe(4);
  });
});
