import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { Consumer, type CommandResult } from './consumer.js';

const PROJECT = resolve(__dirname, '../../..');

/** What a page of the hook needs beside it. */
const PACKAGES = [
  ...['graphql', 'graphql-ws', 'react', 'react-dom'],
  ...['urql', '@urql/core', '@types/node', '@types/react', '@types/react-dom'],
];

const TSCONFIG = {
  compilerOptions: {
    target: 'ES2023',
    lib: ['ES2023', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
    module: 'ESNext',
    moduleResolution: 'bundler',
    jsx: 'react-jsx',
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: ['node'],
    paths: {
      'runway-graphql-gateway-client': [`${PROJECT}/client/src/index.ts`],
      'runway-graphql-gateway-client/*': [`${PROJECT}/client/src/*.ts`],
    },
  },
  include: ['program.ts', 'hook.tsx'],
};

/** An application into which a person pastes the code that the studio shows. */
export class CopiedCode {
  readonly #consumer: Consumer;

  private constructor(consumer: Consumer) {
    this.#consumer = consumer;
  }

  static async create(files: {
    readonly program: string;
    readonly hook: string;
  }): Promise<CopiedCode> {
    const consumer = await Consumer.create(PACKAGES);
    await consumer.write({
      'tsconfig.json': JSON.stringify(TSCONFIG),
      'program.ts': files.program,
      'hook.tsx': files.hook,
      'main.tsx': `import { createRoot } from 'react-dom/client';
import { App } from './hook';
createRoot(document.getElementById('root')!).render(<App />);
`,
    });
    return new CopiedCode(consumer);
  }

  /** What the compiler says about program and hook. */
  async check(): Promise<CommandResult> {
    return await this.#consumer.runNode(
      `${PROJECT}/node_modules/native-typescript/bin/tsc`,
      ['-p', 'tsconfig.json'],
      {},
    );
  }

  async runProgram(environment: Readonly<Record<string, string>>): Promise<CommandResult> {
    const built = await this.#consumer.run(
      'esbuild',
      ...['program.ts', '--bundle', '--platform=node', '--format=esm', '--outfile=program.mjs'],
    );
    if (!built.isGood) return built;
    return await this.#consumer.runNode('program.mjs', [], environment);
  }

  /** The hook's component as a script of a page. */
  async bundleHook(): Promise<string> {
    const built = await this.#consumer.run(
      'esbuild',
      ...['main.tsx', '--bundle', '--format=esm', '--jsx=automatic', '--outfile=main.js'],
    );
    if (!built.isGood) throw new Error(built.output);
    return await this.#consumer.read('main.js');
  }

  async remove(): Promise<void> {
    await this.#consumer.remove();
  }
}

/** What a command line prints in a shell that has this in its environment. */
export async function runInShell(
  command: string,
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const env = { ...process.env, ...environment };
  const { stdout } = await promisify(execFile)('sh', ['-c', command], { env });
  return stdout;
}
