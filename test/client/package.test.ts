// Guarantee: what the package says of itself is so.
import { existsSync, readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { Provider } from 'urql';
import { createUrqlClient } from '../../client/src/urql.js';
import { useTaskQuery } from '../../client/src/urql-hooks.js';

interface PackageFile {
  readonly version: string;
  readonly sideEffects?: boolean;
  readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const read = (file: string): PackageFile => JSON.parse(readFileSync(file, 'utf8')) as PackageFile;

describe('the client package', () => {
  const client = read('client/package.json');
  const root = read('package.json');

  it('has the version of the gateway that its documents are of', () => {
    expect(client.version).toBe(root.version);
  });

  it('exports what there is a source of', () => {
    const missing = Object.values(client.exports)
      .flatMap((entry) => (typeof entry === 'string' ? [] : [entry.default]))
      .map((path) => path.replace('./dist/', 'client/src/').replace(/[.]js$/, '.ts'))
      .filter((source) => !existsSync(source));
    expect(missing).toEqual([]);
  });

  it('is tested with versions of its peers that it permits', () => {
    const installed = { ...root.dependencies, ...root.devDependencies };
    for (const [name, range] of Object.entries(client.peerDependencies)) {
      const major = /\d+/.exec(installed[name] ?? '')?.[0];
      expect(`${name} ${range}`).toContain(`^${String(major)}.`);
    }
  });

  it('has hooks of urql that run a document', () => {
    const urql = createUrqlClient({
      url: 'http://127.0.0.1:1/graphql',
      getToken: () => 'token',
      fetch: async () => {
        return new Response('{}');
      },
    });
    const Page = () => {
      const [{ fetching }] = useTaskQuery({ variables: { id: 'task' } });
      return fetching ? 'loading' : 'idle';
    };
    const page = createElement(Provider, { value: urql }, createElement(Page));
    expect(renderToString(page)).toBe('loading');
  });
});
