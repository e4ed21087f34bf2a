// Guarantee: a page that uses the client loads at most 12 kB (gzip) of it, beside its own framework.
import { gzipSync } from 'node:zlib';
import { Consumer } from '../support/client/consumer.js';

const GZIP_BYTES_MAX = 12 * 1_024;

/** What a page has anyway. */
const FRAMEWORKS = ['@apollo/client', '@urql/core', 'urql', 'react', 'rxjs'];

describe('the client in a browser', () => {
  let consumer: Consumer;

  beforeAll(async () => {
    consumer = await Consumer.create(['graphql', 'graphql-ws']);
  });
  afterAll(() => consumer.remove());

  /** The text of a page's bundle. Fails where a module of Node is imported. */
  async function bundle(page: string, external: readonly string[]): Promise<string> {
    await consumer.write({ 'page.js': page.replaceAll('CLIENT', 'runway-graphql-gateway-client') });
    const { isGood, output } = await consumer.run(
      'esbuild',
      ...['page.js', '--bundle', '--minify', '--format=esm', '--platform=browser'],
      ...['--outfile=page.min.js', ...external.map((name) => `--external:${name}`)],
    );
    expect(isGood ? '' : output).toBe('');
    return await consumer.read('page.min.js');
  }

  it.each([
    ['generate', "export { generate } from 'CLIENT';", []],
    [
      'generate with a document',
      `export { generate } from 'CLIENT';
       export { CreateTextToVideoDocument } from 'CLIENT/documents';`,
      [],
    ],
    [
      'Apollo Client with generate, a document and a hook',
      `export { createGatewayClient } from 'CLIENT/apollo';
       export { useTaskUpdatedSubscription } from 'CLIENT/apollo-hooks';
       export { generate } from 'CLIENT';
       export { CreateTextToVideoDocument } from 'CLIENT/documents';`,
      [...FRAMEWORKS, 'graphql'],
    ],
    [
      'urql with a hook',
      `export { createUrqlClient } from 'CLIENT/urql';
       export { useTaskUpdatedSubscription } from 'CLIENT/urql-hooks';`,
      [...FRAMEWORKS, 'graphql'],
    ],
  ])('keeps %s small', async (_name, page, external) => {
    const text = await bundle(page, external);
    expect(gzipSync(text).length).toBeLessThanOrEqual(GZIP_BYTES_MAX);
  });

  it('leaves out documents and hooks that a page does not use', async () => {
    const page = "export { useViewerQuery } from 'CLIENT/apollo-hooks';";
    const text = await bundle(page, [...FRAMEWORKS, 'graphql']);
    expect(text).toContain('viewer');
    expect(text).not.toContain('createTextToVideo');
  });
});
