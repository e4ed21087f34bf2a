import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const PROJECT = resolve(__dirname, '../../..');
const CLIENT = 'runway-graphql-gateway-client';
const run = promisify(execFile);

interface CommandOutput {
  readonly stdout: string;
  readonly stderr: string;
}

/** What a command of the consumer's project printed, and whether it succeeded. */
export interface CommandResult {
  readonly isGood: boolean;
  readonly output: string;
}

/** The project of an application that has installed the client package, without its types. */
export class Consumer {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async create(packages: readonly string[] = ['graphql']): Promise<Consumer> {
    const folder = await mkdtemp(join(tmpdir(), 'consumer-'));
    const modules = join(folder, 'node_modules');
    await mkdir(join(modules, CLIENT, 'dist'), { recursive: true });
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    for (const name of packages) {
      await mkdir(join(modules, name, '..'), { recursive: true });
      await symlink(join(PROJECT, 'node_modules', name), join(modules, name));
    }
    await cp(join(PROJECT, 'client/package.json'), join(modules, CLIENT, 'package.json'));
    await cp(join(PROJECT, 'schema/schema.graphql'), join(modules, CLIENT, 'schema.graphql'));
    const sources = (await readdir(join(PROJECT, 'client/src'), { recursive: true })).filter(
      (name) => name.endsWith('.ts'),
    );
    await run(join(PROJECT, 'node_modules/.bin/esbuild'), [
      ...sources.map((name) => join(PROJECT, 'client/src', name)),
      `--outdir=${join(modules, CLIENT, 'dist')}`,
      `--outbase=${join(PROJECT, 'client/src')}`,
    ]);
    return new Consumer(folder);
  }

  async write(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(join(this.folder, name, '..'), { recursive: true });
      await writeFile(join(this.folder, name), text);
    }
  }

  async read(name: string): Promise<string> {
    return await readFile(join(this.folder, name), 'utf8');
  }

  /** A command of the project's own packages, e.g. `graphql-codegen`, in the consumer's folder. */
  async run(command: string, ...args: readonly string[]): Promise<CommandResult> {
    return await this.#execute(join(PROJECT, 'node_modules/.bin', command), args);
  }

  async #execute(
    command: string,
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): Promise<CommandResult> {
    try {
      // graphql-codegen prints nothing in a test.
      const env = { ...process.env, NODE_ENV: undefined, ...environment };
      const { stdout, stderr } = await run(command, args, { cwd: this.folder, env });
      return { isGood: true, output: stdout + stderr };
    } catch (error) {
      const { stdout = '', stderr = '', message } = error as Error & Partial<CommandOutput>;
      return { isGood: false, output: [message, stdout, stderr].join('\n') };
    }
  }

  /** A script of the consumer, with this in its environment. */
  async runNode(
    script: string,
    args: readonly string[],
    environment: Readonly<Record<string, string>>,
  ): Promise<CommandResult> {
    return await this.#execute(process.execPath, [script, ...args], environment);
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
