import { resourceCursors } from '../../../src/api/resources/resource-cursor.js';
import { GatewayError } from '../../../src/errors.js';

describe('a cursor of a list of resources', () => {
  it.each([
    { createdAt: new Date(1_700_000_000_123), id: '5eed0000-0000-4000-8000-000000000001' },
    { runwayCursor: 'abc=', skip: 3 },
    { runwayCursor: null, skip: 1 },
    { runwayCursor: 'abc=', skip: 0, of: '5eed0000-0000-4000-8000-000000000001' },
    { runwayCursor: null, skip: 2, of: '5eed0000-0000-4000-8000-000000000001' },
  ])('is read back as it was written: %j', (cursor) => {
    expect(resourceCursors.read(resourceCursors.write(cursor))).toEqual(cursor);
  });

  it.each(['', 'x', Buffer.from('task 1 2').toString('base64url'), 'resource 1 a'])(
    'is refused when it is none: %j',
    (text) => {
      expect(() => resourceCursors.read(text)).toThrow(GatewayError);
    },
  );
});
