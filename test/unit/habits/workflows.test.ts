// Guarantee: a workflow runs only code that is pinned, with no more rights than it needs, and ends.
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

interface Job {
  readonly 'timeout-minutes': number;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix?: { readonly node?: readonly number[] } };
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = '.github/workflows';

/** Rights beyond reading the code, by workflow. */
const RIGHTS: Readonly<Record<string, readonly string[]>> = {
  'codeql.yml': ['security-events'],
  'release.yml': ['attestations', 'contents', 'id-token', 'packages'],
  'sdk-update.yml': ['contents', 'pull-requests'],
};

const files = readdirSync(FOLDER);
const texts = new Map(files.map((file) => [file, readFileSync(`${FOLDER}/${file}`, 'utf8')]));

describe.each(files)('The workflow %s', (file) => {
  const text = texts.get(file) ?? '';
  const workflow = parse(text) as Workflow;
  const jobs = Object.values(workflow.jobs);

  it('pins each action by its commit, and names the tag', () => {
    const uses = text.split('\n').filter((line) => /^\s*(?:- )?uses:/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses) {
      expect(line).toMatch(/uses: [\w./-]+@[0-9a-f]{40} # v\d+(?:\.\d+){2}$/);
    }
  });

  it('reads the code and has no other right that is not listed', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const rights = jobs.flatMap(({ permissions = {} }) =>
      Object.entries(permissions).flatMap(([name, level]) => (level === 'write' ? [name] : [])),
    );
    expect([...new Set(rights)].sort()).toEqual(RIGHTS[file] ?? []);
    expect(text).not.toContain('pull_request_target');
  });

  it('ends each job after a time', () => {
    for (const job of jobs) expect(job['timeout-minutes']).toBeLessThanOrEqual(90);
  });

  it('puts no text of an event into a command', () => {
    const commands = jobs.flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    for (const command of commands)
      expect(command).not.toMatch(/\$\{\{\s*(?:github\.(?:event|head_ref)|steps\.)/);
  });
});

describe('The workflows', () => {
  it('use one commit for each action', () => {
    const pins = [...texts.values()].flatMap((text) =>
      [...text.matchAll(/uses: ([\w.-]+\/[\w.-]+)[\w./-]*@([0-9a-f]{40}) # (v\S+)$/gm)].map(
        ([, action = '', commit = '', tag = '']) => `${action} ${commit} ${tag}`,
      ),
    );
    const actions = [...new Set(pins)].map((pin) => pin.split(' ')[0]);
    expect(actions).toEqual([...new Set(actions)]);
  });

  it('test Node 20, 22 and 24, of which .nvmrc names the newest', () => {
    const { jobs } = parse(texts.get('ci.yml') ?? '') as Workflow;
    const tested = Object.values(jobs).flatMap(({ strategy }) => strategy?.matrix?.node ?? []);
    expect(tested).toEqual([20, 22, 24]);
    expect(readFileSync('.nvmrc', 'utf8').trim()).toBe('24');
  });

  it('S1: let nothing pass where no advisories could be had', () => {
    for (const file of ['ci.yml', 'release.yml']) {
      expect(texts.get(file)).toMatch(/^ *- run: npm run check:vulnerabilities$/m);
    }
  });
});

describe('renovate.json', () => {
  interface Rule {
    readonly matchPackageNames?: readonly string[];
    readonly enabled?: boolean;
    readonly pinDigests?: boolean;
  }
  const { packageRules, minimumReleaseAge } = JSON.parse(readFileSync('renovate.json', 'utf8')) as {
    readonly packageRules: readonly Rule[];
    readonly minimumReleaseAge: string;
  };

  it("leaves Runway's SDK to sdk:update, and waits with every other package", () => {
    const rule = packageRules.find((one) => one.matchPackageNames?.includes('@runwayml/sdk'));
    expect(rule?.enabled).toBe(false);
    expect(minimumReleaseAge).toBe('7 days');
    expect(packageRules.some(({ pinDigests }) => pinDigests === true)).toBe(true);
  });

  it('names packages that the project has, or a pattern of them', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
      readFileSync('package.json', 'utf8'),
    ) as Readonly<Record<string, Readonly<Record<string, string>>>>;
    const all = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
    const images = ['node', 'postgres', 'redis'];
    for (const name of packageRules.flatMap((rule) => rule.matchPackageNames ?? [])) {
      const start = name.replace(/\*+$/, '');
      const isThere = [...all, ...images].some((one) =>
        start === name ? one === name : one.startsWith(start),
      );
      expect([name, isThere]).toEqual([name, true]);
    }
  });
});
