// Guarantee: every lint rule that this project chose is on, in the folders where it must hold. The
// real configuration, types included, is run over a temporary tree in which every file breaks one
// rule.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { text as readText } from 'node:stream/consumers';

const PROJECT = resolve(__dirname, '../../..');

interface LintedFile {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

/** Rule ids by file, from the project's configuration over a temporary tree of these files. */
async function lint(files: Readonly<Record<string, string>>): Promise<Record<string, string[]>> {
  const tree = await mkdtemp(join(tmpdir(), 'lint-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(tree, name)), { recursive: true });
      await writeFile(join(tree, name), text);
    }
    await symlink(join(PROJECT, 'node_modules'), join(tree, 'node_modules'));
    const tsconfig = {
      extends: join(PROJECT, 'tsconfig.json'),
      include: ['src', 'test', 'codegen.ts'],
    };
    await writeFile(join(tree, 'tsconfig.json'), JSON.stringify(tsconfig));
    const eslint = spawn(
      process.execPath,
      [
        join(PROJECT, 'node_modules/eslint/bin/eslint.js'),
        ...['--config', join(PROJECT, 'test/config/eslint.config.mjs'), '--format', 'json', '.'],
      ],
      { cwd: tree, stdio: ['ignore', 'pipe', 'inherit'], timeout: 60_000 },
    );
    const [stdout] = await Promise.all([readText(eslint.stdout), once(eslint, 'exit')]);
    const linted = (JSON.parse(stdout) as readonly LintedFile[]).map(({ filePath, messages }) => [
      relative(tree, filePath),
      [...new Set(messages.map(({ ruleId, message }) => ruleId ?? message))],
    ]);
    return Object.fromEntries(linted) as Record<string, string[]>;
  } finally {
    await rm(tree, { recursive: true, force: true });
  }
}

/** Rule, file, text: each must be caught by this rule and by no other. */
const broken: readonly (readonly [rule: string, file: string, text: string])[] = [
  [
    '@typescript-eslint/no-floating-promises',
    'src/services/floating.ts',
    'export function go(work: () => Promise<void>): void {\n  work();\n}\n',
  ],
  [
    '@typescript-eslint/no-floating-promises',
    'src/services/void.ts',
    'export function go(work: () => Promise<void>): void {\n  void work();\n}\n',
  ],
  [
    'no-eval',
    'src/services/eval.ts',
    'export const run = (text: string): unknown => eval(text);\n',
  ],
  [
    'no-restricted-globals',
    'src/services/fetch.ts',
    'export const ask = (url: string): Promise<Response> => fetch(url);\n',
  ],
  [
    'eqeqeq',
    'src/services/loose.ts',
    'export const isSame = (a: string, b: string): boolean => a == b;\n',
  ],
  [
    'no-restricted-syntax',
    'src/http/requests.ts',
    "import type { ServerResponse } from 'node:http';\nexport const begun = new WeakMap<ServerResponse, number>();\n",
  ],
  [
    '@typescript-eslint/no-explicit-any',
    'src/services/any.ts',
    'export type Loose = readonly any[];\n',
  ],
  [
    '@typescript-eslint/no-non-null-assertion',
    'src/services/non-null.ts',
    'export const first = (list: readonly string[]): string => list[0]!;\n',
  ],
  ['no-restricted-exports', 'src/services/default.ts', 'export default 1;\n'],
  ['no-restricted-properties', 'src/config.ts', "export const port = process.env['PORT'];\n"],
  ['no-restricted-properties', 'src/app/start.ts', 'export const { env } = process;\n'],
  ['no-restricted-imports', 'src/http/env.ts', "export { env } from 'node:process';\n"],
  ['no-restricted-syntax', 'src/http/global.ts', 'export const all = globalThis.process.env;\n'],
  ['no-restricted-properties', 'test/api/env.test.ts', 'export const all = process.env;\n'],
  ['no-console', 'src/services/console.ts', "console.log('here');\nexport {};\n"],
  [
    '@typescript-eslint/consistent-type-imports',
    'src/services/type-import.ts',
    "import { Server } from 'node:net';\nexport type S = Server;\n",
  ],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    'src/services/switch.ts',
    "export function f(x: 'a' | 'b'): number {\n  switch (x) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}\n",
  ],
  [
    'gateway/explicit-graphql-type',
    'src/api/field.ts',
    "import { Field, ObjectType } from 'type-graphql';\n@ObjectType()\nexport class A {\n  @Field({ description: 'x' }) readonly b: string = '';\n}\n",
  ],
  [
    'gateway/explicit-graphql-type',
    'src/api/arg.ts',
    "import { Arg as A, Query, Resolver } from 'type-graphql';\n@Resolver()\nexport class R {\n  @Query(() => String) b(@A('id') id: string): string {\n    return id;\n  }\n}\n",
  ],
  [
    'gateway/plain-words',
    'src/services/comment.ts',
    '// The lease of whoever sends.\nexport const lease = 1;\n',
  ],
  [
    'gateway/plain-words',
    'src/services/description.ts',
    "export const text = 'Tells what became of it.';\n",
  ],
  [
    'gateway/plain-words',
    'test/api/title.test.ts',
    "export const title = 'calls nobody on a dry run';\n",
  ],
  [
    'gateway/no-hidden-context',
    'src/services/hidden-context.ts',
    "import { AsyncLocalStorage } from 'node:async_hooks';\nexport const tenants = new AsyncLocalStorage<string>();\n",
  ],
  [
    'gateway/no-hidden-context',
    'src/pollers/hidden-import.ts',
    "export const hooks = import('async_hooks');\n",
  ],
  [
    'gateway/no-hidden-context',
    'src/adapters/postgres/session-tenant.ts',
    "export const statement = (tenant: string): string => `set app.tenant = '${tenant}'`;\n",
  ],
  [
    'gateway/no-hidden-context',
    'src/adapters/postgres/local-tenant.ts',
    "export const statement = `select set_config('app.tenant', $1, true)`;\n",
  ],
  [
    'gateway/disable-needs-reason',
    'src/services/disable.ts',
    "// eslint-disable-next-line no-console\nconsole.log('here');\nexport {};\n",
  ],
  [
    "Unused eslint-disable directive (no problems were reported from 'no-console').",
    'src/services/unused-disable.ts',
    '// eslint-disable-next-line no-console -- there was a reason once\nexport const one = 1;\n',
  ],
  [
    'gateway/no-outer-handle-in-transaction',
    'src/adapters/postgres/private.ts',
    `import type { Kysely } from 'kysely';
export class Store {
  readonly #db: Kysely<{ a: { b: string } }>;
  constructor(db: Kysely<{ a: { b: string } }>) {
    this.#db = db;
  }
  async both(): Promise<void> {
    await this.#db.transaction().setIsolationLevel('serializable').execute(async (trx) => {
      await trx.deleteFrom('a').execute();
      await this.#db.deleteFrom('a').execute();
    });
  }
}
`,
  ],
  [
    'gateway/no-outer-handle-in-transaction',
    'src/adapters/postgres/parameter.ts',
    `import type { Kysely } from 'kysely';
export async function both(handle: Kysely<{ a: { b: string } }>): Promise<void> {
  await handle.transaction().execute(async (trx) => {
    await trx.deleteFrom('a').execute();
    await handle.deleteFrom('a').execute();
  });
}
`,
  ],
  [
    'gateway/no-outer-handle-in-transaction',
    'src/adapters/postgres/wrapped.ts',
    `import type { Kysely, Transaction } from 'kysely';
interface Rows {
  a: { b: string };
}
export abstract class Store {
  protected abstract readonly db: Kysely<Rows>;
  protected abstract inTransaction(work: (trx: Transaction<Rows>) => Promise<void>): Promise<void>;
  async both(): Promise<void> {
    await this.inTransaction(async (trx) => {
      await trx.deleteFrom('a').execute();
      await this.db.deleteFrom('a').execute();
    });
  }
}
`,
  ],
];

/** Places where a rule makes way on purpose. */
const sound: Readonly<Record<string, string>> = {
  'src/main.ts': "console.log(process.env['PORT']);\n",
  'test/support/servers.ts': "export const url = process.env['TEST_DATABASE_URL'];\n",
  'codegen.ts': 'export default {};\n',
  'src/generated/graph/any.ts': 'export type Loose = any;\n',
  'src/services/reason.ts':
    "// eslint-disable-next-line no-console -- the logger is not built yet\nconsole.log('here');\nexport {};\n",
  'src/adapters/postgres/fine.ts': `import type { Kysely } from 'kysely';
export async function both(db: Kysely<{ a: { b: string } }>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('a').execute();
  });
  await db.deleteFrom('a').execute();
}
`,
};

describe('the lint configuration', () => {
  it('catches each breach by its rule, and leaves the sound files alone', async () => {
    const files: Record<string, string> = { ...sound };
    for (const [, file, text] of broken) files[file] = text;
    const expected: Record<string, string[]> = {};
    for (const file of Object.keys(files)) {
      if (!file.startsWith('src/generated/')) expected[file] = [];
    }
    for (const [rule, file] of broken) expected[file] = [rule];
    expect(await lint(files)).toEqual(expected);
  }, 90_000);
});
