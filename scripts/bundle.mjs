// Rule: a start reads a dozen files, not two and a half thousand. This bundles src/ and the packages that
// it imports into dist/main.js and dist/chunks. Packages with files of their own (wasm, pages) and optional
// packages stay in node_modules, which a release has beside dist/. Types are checked by `npm run check:types`.
// `node scripts/bundle.mjs OUT FILE…` bundles these files instead, each to its own path in the folder OUT: what
// tests start as processes of their own.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { build } from 'esbuild';

const [OUT = 'dist', ...files] = process.argv.slice(2);
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

const ENTRIES =
  files.length > 0
    ? files.map((file) => ({ in: file, out: file.replace(/\.ts$/, '') }))
    : [
        { in: 'src/main.ts', out: 'main' },
        { in: 'src/adapters/postgres/connection/database-template.ts', out: 'database-template' },
      ];

/** They read files beside their modules. */
const WITH_FILES = ['@electric-sql/pglite'];

/** The ES module of graphql-shield runs on no Node after 22: src/policy/permissions.ts says more. */
const COMMON_JS = new Set(['graphql-shield', 'graphql-middleware']);

/** Its `require` is Node's, which a bundle cannot follow; without it, esbuild's is meant. */
const NODES_REQUIRE = {
  file: /src\/policy\/permissions\.ts$/,
  text: 'const require = createRequire(import.meta.url);',
};

/** Most of it is never used: each of its 49 languages would be read at every start. */
const SHAKEN = ['zod'];

/** Of undici what the gateway uses: its index loads fetch, WebSockets and mocks too, and with them Node's own copy. */
const UNDICI = {
  Agent: 'undici/lib/dispatcher/agent.js',
  Client: 'undici/lib/dispatcher/client.js',
  Dispatcher: 'undici/lib/dispatcher/dispatcher.js',
  EnvHttpProxyAgent: 'undici/lib/dispatcher/env-http-proxy-agent.js',
  Pool: 'undici/lib/dispatcher/pool.js',
  buildConnector: 'undici/lib/core/connect.js',
};

/**
 * What packages ask of others for what the gateway never does: bodies in other encodings than UTF-8, and telephone
 * numbers. It stays in node_modules, and is loaded from there when it is asked after all.
 */
const NEVER_ASKED = {
  'iconv-lite': ['decode', 'encodingExists', 'getDecoder'],
  'libphonenumber-js/max': ['parsePhoneNumber'],
};

/** A second entry point beside src/main.ts: what both need is in chunks of packages alone. */
const packages = {
  name: 'packages',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^packages$/ }, ({ path }) => ({ path, namespace: 'packages' }));
    onLoad({ filter: /./, namespace: 'packages' }, () => {
      const lines = Object.keys(dependencies)
        .filter((name) => ![...WITH_FILES, ...SHAKEN].includes(name))
        .map((name, at) =>
          COMMON_JS.has(name)
            ? `export const p${at} = require('${name}');`
            : `export * as p${at} from '${name}';`,
        );
      return { contents: lines.join('\n'), resolveDir: '.' };
    });
  },
};

/**
 * graphql once, from its ES modules: every file that imports a CommonJS module makes a copy of all its exports,
 * which took 10 MB. The same for class-validator, which every generated input imports.
 */
const esModules = {
  name: 'es-modules',
  setup({ onResolve }) {
    onResolve({ filter: /^graphql(?:\/.*)?$/ }, ({ path }) => {
      const [, inside = 'index'] = /^graphql\/(.*?)(?:\.m?js)?$/.exec(path) ?? [];
      const files = [`${inside}.mjs`, `${inside}/index.mjs`].map((file) =>
        resolve('node_modules/graphql', file),
      );
      return { path: files.find((file) => existsSync(file)), sideEffects: false };
    });
    onResolve({ filter: /^class-validator$/ }, () => ({
      path: resolve('node_modules/class-validator/esm2015/index.js'),
      sideEffects: false,
    }));
  },
};

const usedUndici = {
  name: 'used-undici',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^undici$/ }, ({ path }) => ({ path, namespace: 'used-undici' }));
    onLoad({ filter: /./, namespace: 'used-undici' }, () => {
      const exported = Object.entries(UNDICI).map(
        ([name, file]) => `exports.${name} = require('${file}');`,
      );
      // As undici's index does it.
      const methods = "Object.assign(exports.Dispatcher.prototype, require('undici/lib/api'));";
      return { contents: [...exported, methods].join('\n'), resolveDir: '.' };
    });
  },
};

const neverAsked = {
  name: 'never-asked',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:iconv-lite|libphonenumber-js\/max)$/ }, ({ path, namespace }) =>
      namespace === 'never-asked' ? { path, external: true } : { path, namespace: 'never-asked' },
    );
    onLoad({ filter: /./, namespace: 'never-asked' }, ({ path }) => {
      const forwarded = NEVER_ASKED[path].map(
        (name) => `exports.${name} = (...given) => require('${path}').${name}(...given);`,
      );
      return { contents: forwarded.join('\n') };
    });
  },
};

const commonJs = {
  name: 'common-js',
  setup({ onLoad }) {
    onLoad({ filter: NODES_REQUIRE.file }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      if (!source.includes(NODES_REQUIRE.text)) throw new Error(`${path} loads shield otherwise.`);
      return { contents: source.replace(NODES_REQUIRE.text, ''), loader: 'ts' };
    });
  },
};

/** Hashes are Node's: Apollo hashes each text of a client, and in a bundle it would take the package in JavaScript. */
const nodesHashes = {
  name: 'nodes-hashes',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^sha\.js$/ }, ({ path }) => ({ path, namespace: 'nodes-hashes' }));
    onLoad({ filter: /./, namespace: 'nodes-hashes' }, () => ({
      contents: "module.exports = require('node:crypto').createHash;",
    }));
  },
};

/** pg finds out whether it runs at Cloudflare, for which Node 20 loads its own copy of undici. */
const RUNTIME_PROBE = {
  file: /node_modules\/pg\/lib\/stream\.js$/,
  text: 'if (isCloudflareRuntime())',
};

const noProbe = {
  name: 'no-probe',
  setup({ onLoad }) {
    onLoad({ filter: RUNTIME_PROBE.file }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      if (!source.includes(RUNTIME_PROBE.text))
        throw new Error(`${path} finds its runtime otherwise.`);
      return { contents: source.replace(RUNTIME_PROBE.text, 'if (false)') };
    });
  },
};

const { outputFiles, metafile } = await build({
  entryPoints: [...ENTRIES, { in: 'packages', out: 'packages' }],
  ...{ outdir: OUT, chunkNames: 'chunks/[name]-[hash]', write: false, metafile: true },
  ...{ bundle: true, splitting: true, platform: 'node', format: 'esm', target: 'node20.19' },
  ...{ minifySyntax: true, minifyWhitespace: true, legalComments: 'none' },
  ...{ sourcemap: 'linked', sourcesContent: false, logLevel: 'warning' },
  external: [...WITH_FILES, 'pg-native'],
  banner: {
    js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
  },
  plugins: [packages, esModules, usedUndici, neverAsked, commonJs, nodesHashes, noProbe],
});

/** Maps lead from stack frames to our sources; those of packages would take 20 MB of every process. */
function isOurs(script) {
  const { inputs } = metafile.outputs[script];
  return Object.keys(inputs).some((input) => !input.startsWith('node_modules/'));
}

/**
 * V8 keeps a text with one wide character in two bytes a character. The bundler escapes all but those of
 * regular expressions, where an escape means the same.
 */
function narrow(text) {
  return text.replace(
    /[\u0100-\uffff]/g,
    (wide) => `\\u${wide.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

rmSync(OUT, { recursive: true, force: true });
for (const { path, text } of outputFiles) {
  const output = path.slice(path.lastIndexOf(`/${OUT}/`) + 1);
  const script = output.replace(/\.map$/, '');
  const hasMap = isOurs(script);
  if (script === `${OUT}/packages.js` || (!hasMap && output !== script)) continue;
  mkdirSync(dirname(output), { recursive: true });
  const told = hasMap ? text : text.replace(/\/\/# sourceMappingURL=.*\n?$/, '');
  writeFileSync(output, output === script ? narrow(told) : told);
}
