import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A package of the lockfile, at the top of the tree of packages. */
interface Locked {
  readonly version: string;
  readonly dev?: boolean;
  readonly license?: string;
}

/** A project in a folder of its own: a manifest, a lockfile, and files beside them. */
export class LockedProject {
  private constructor(readonly folder: string) {}

  static async make(packages: Readonly<Record<string, Locked>>): Promise<LockedProject> {
    const project = new LockedProject(await mkdtemp(join(tmpdir(), 'locked-project-')));
    const uses = (isDev: boolean): Record<string, string> =>
      Object.fromEntries(
        Object.entries(packages)
          .filter(([, { dev }]) => (dev === true) === isDev)
          .map(([name, { version }]) => [name, version]),
      );
    const root = { name: 'a-project', version: '1.0.0', license: 'MIT' };
    const manifest = { ...root, dependencies: uses(false), devDependencies: uses(true) };
    const locked = Object.fromEntries(
      Object.entries(packages).map(([name, entry]) => [`node_modules/${name}`, entry]),
    );
    await project.write('package.json', manifest);
    await project.write('package-lock.json', {
      ...root,
      lockfileVersion: 3,
      requires: true,
      packages: { '': manifest, ...locked },
    });
    await project.write('scripts/supply-chain/accepted-advisories.json', []);
    return project;
  }

  async write(path: string, content: unknown): Promise<void> {
    const file = join(this.folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(content));
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
