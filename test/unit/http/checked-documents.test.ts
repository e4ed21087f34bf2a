import { createHash } from 'node:crypto';
import { parse } from 'graphql';
import { CheckedDocuments } from '../../../src/http/requests/checked-documents.js';
import { startTinyGateway } from '../../support/gateway/tiny-gateway.js';
import { ask } from '../../support/client/wire.js';

const QUERY = '{ viewer { tenant } }';
const KEY = `any schema:${createHash('sha256').update(QUERY).digest('hex')}`;

describe('the documents that Apollo finds', () => {
  it('Q15: are those of open requests, and no others', async () => {
    const documents = new CheckedDocuments();
    const [first, second] = [parse(QUERY), parse(QUERY)];
    const releases = [documents.hold(QUERY, first), documents.hold(QUERY, second)];
    expect(await documents.get(KEY)).toBe(first);
    await documents.set();
    for (const release of releases) {
      expect(documents.count).toBe(1);
      release();
    }
    expect([documents.count, await documents.get(KEY)]).toEqual([0, undefined]);
  });

  it('Q15: are found for every request, so that Apollo parses and remembers none', async () => {
    const find = jest.spyOn(CheckedDocuments.prototype, 'get');
    const keep = jest.spyOn(CheckedDocuments.prototype, 'set');
    const gateway = await startTinyGateway();
    try {
      for (let n = 0; n < 3; n += 1) {
        const query = `query Q${String(n)} ${QUERY}`;
        expect((await ask(gateway.url, gateway.key(), { query })).errors).toEqual([]);
      }
      const found = await Promise.all(
        find.mock.results.map(({ value }) => value as Promise<unknown>),
      );
      expect(found).toEqual([expect.anything(), expect.anything(), expect.anything()]);
      expect(keep).not.toHaveBeenCalled();
    } finally {
      await gateway.stop();
      find.mockRestore();
      keep.mockRestore();
    }
  });
});
