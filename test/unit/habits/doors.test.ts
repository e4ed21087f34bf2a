// Guarantee: every door of the house is held. A rule that cannot fail holds nothing, so a small
// house is built in which every file breaks one rule, and the real rules are run over it.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const PROJECT = resolve(__dirname, '../../..');

/**
 * `api` → its rooms, as a table of src/ARCHITECTURE.md says it: the rules are judged by it. `heading`
 * is that of its first column.
 */
function readTable(heading: string): Readonly<Record<string, readonly string[]>> {
  const page = readFileSync(join(PROJECT, 'src/ARCHITECTURE.md'), 'utf8');
  const lines = page.split('\n');
  const start = lines.findIndex((line) => line.split('|')[1]?.trim() === heading);
  const length = lines.slice(start).findIndex((line) => !line.startsWith('|'));
  const rows = lines.slice(start + 2, start + length).flatMap((line) => {
    const [, names = '', , mayImport = ''] = line.split('|').map((cell) => cell.trim());
    const rooms = [...names.matchAll(/`([^`]+?)([.]ts)?`/g)].map(([, room = '']) => room);
    return rooms.map((room) => [room, readMayImport(mayImport)] as const);
  });
  return Object.fromEntries(rows);
}

function readMayImport(cell: string): readonly string[] {
  if (cell === 'nothing of ours' || cell === 'none') return [];
  return cell
    .split(/, */)
    .flatMap((room) => (room === 'generated' ? ['generated/facts', 'generated/graph'] : [room]));
}

// app/ may import all, so no rule holds it.
const { app: _all, ...MAY_IMPORT } = readTable('room');
const ROOMS = [...Object.keys(MAY_IMPORT), 'app'];
const SINGLE_FILES = ['errors', 'main'];

/** Where files of a room may be: those of services are in the folder of a capability. */
const folderOf = (room: string): string =>
  room === 'services' ? 'src/services/tasks' : `src/${room}`;

/** The file of a room that others import; a single-file room has no other. */
const entrance = (room: string): string =>
  SINGLE_FILES.includes(room) ? `src/${room}.ts` : `${folderOf(room)}/entrance.ts`;

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
}

/** It looks at one house after the other. */
let cruiser: ChildProcess;

beforeAll(() => {
  cruiser = fork(join(PROJECT, 'test/support/suites/cruise-houses.mjs'));
});
afterAll(() => cruiser.kill());

/** Runs the project's rules over a temporary house made of these files. */
async function cruise(files: Readonly<Record<string, string>>): Promise<readonly Violation[]> {
  const house = await mkdtemp(join(tmpdir(), 'doors-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(house, name)), { recursive: true });
      await writeFile(join(house, name), text);
    }
    await symlink(join(PROJECT, 'node_modules'), join(house, 'node_modules'));
    await symlink(join(PROJECT, 'package.json'), join(house, 'package.json'));
    await symlink(join(PROJECT, 'tsconfig.json'), join(house, 'tsconfig.json'));
    const rooms = [...new Set(Object.keys(files).map((name) => name.split('/')[0] ?? ''))];
    const answer = Promise.race([
      once(cruiser, 'message'),
      once(cruiser, 'exit').then(() => {
        throw new Error('The process that looks at houses has ended.');
      }),
    ]);
    cruiser.send({ house, rooms, config: join(PROJECT, 'test/config/dependency-cruiser.cjs') });
    const [told] = (await answer) as [string];
    const { summary } = JSON.parse(told) as {
      summary: { readonly violations: readonly Violation[] };
    };
    return summary.violations;
  } finally {
    await rm(house, { recursive: true, force: true });
  }
}

/** `rule: from → to`, sorted, so that two sets of violations compare as text. */
const told = (violations: readonly Violation[]): readonly string[] =>
  violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort();

/** A type import: the weakest way through a door. */
const importOf = (from: string, to: string, name = 'it'): string => {
  const up = '../'.repeat(from.split('/').length - 2) || './';
  const target = up + to.replace(/^src\//, '').replace(/[.]ts$/, '.js');
  return `import type { entrance as ${name} } from '${target}';\nexport type Of_${name} = typeof ${name};\n`;
};

describe('the doors between rooms', () => {
  it('are all in the doors table of src/ARCHITECTURE.md', () => {
    const rooms = readdirSync(join(PROJECT, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'generated')
      .map(({ name }) => name);
    expect(ROOMS).toEqual(expect.arrayContaining(rooms));
  });

  it('let each room import exactly the rooms in its row, types included', async () => {
    const files: Record<string, string> = {};
    for (const room of ROOMS) files[entrance(room)] = 'export const entrance = 1;\n';
    const expected: string[] = [];
    for (const [room, mayImport] of Object.entries(MAY_IMPORT)) {
      if (SINGLE_FILES.includes(room)) continue;
      for (const other of ROOMS.filter((each) => each !== room)) {
        const file = `${folderOf(room)}/imports-${other.replace('/', '-')}.ts`;
        files[file] = importOf(file, entrance(other));
        if (mayImport.includes(other)) continue;
        expected.push(`door-${room.replace('/', '-')}: ${file} → ${entrance(other)}`);
      }
    }
    expect(told(await cruise(files))).toEqual(expected.sort());
  }, 90_000);

  it.each(['errors', 'main'])(
    'hold src/%s.ts to its row',
    async (room) => {
      const files: Record<string, string> = {};
      const others = ROOMS.filter((each) => each !== room);
      for (const other of others) files[entrance(other)] = 'export const entrance = 1;\n';
      files[entrance(room)] = others
        .map((other, at) => importOf(entrance(room), entrance(other), `it${String(at)}`))
        .join('');
      const expected = others
        .filter((other) => MAY_IMPORT[room]?.includes(other) !== true)
        .map((other) => `door-${room}: ${entrance(room)} → ${entrance(other)}`);
      expect(told(await cruise(files))).toEqual(expected.sort());
    },
    90_000,
  );
});

describe('the doors between the capabilities of services', () => {
  const CAPABILITIES = readTable('capability');
  const FOLDERS = Object.keys(CAPABILITIES);

  it('are all in the table of src/ARCHITECTURE.md', () => {
    const folders = readdirSync(join(PROJECT, 'src/services'));
    expect(FOLDERS).toEqual(expect.arrayContaining(folders));
  });

  it('lead only to folders that stand above', () => {
    const below = Object.entries(CAPABILITIES).flatMap(([folder, mayImport], at) =>
      mayImport.filter((other) => !FOLDERS.slice(0, at).includes(other)).map((o) => [folder, o]),
    );
    expect(below).toEqual([]);
  });

  it('let each folder import exactly the folders in its row, types included', async () => {
    const place = (folder: string): string => `src/services/${folder}/entrance.ts`;
    const files: Record<string, string> = {};
    for (const folder of FOLDERS) files[place(folder)] = 'export const entrance = 1;\n';
    const expected: string[] = [];
    for (const [folder, mayImport] of Object.entries(CAPABILITIES)) {
      for (const other of FOLDERS.filter((each) => each !== folder)) {
        const file = `src/services/${folder}/imports-${other}.ts`;
        files[file] = importOf(file, place(other));
        if (!mayImport.includes(other))
          expected.push(`service-${folder}: ${file} → ${place(other)}`);
      }
    }
    expect(told(await cruise(files))).toEqual(expected.sort());
  }, 90_000);
});

describe('the fences around libraries and the other rules', () => {
  /** Rule, file, text. Every line must be caught by exactly its rule. */
  const broken: readonly (readonly [rule: string, file: string, text: string])[] = [
    ['every-file-has-a-room', 'src/helpers/any.ts', "import 'node:fs';\n"],
    ['every-service-has-a-capability', 'src/services/at-large.ts', "import 'node:fs';\n"],
    ['adapters-are-apart', 'src/adapters/redis/a.ts', "import '../postgres/fine.js';\n"],
    ['src-stands-alone', 'src/services/tasks/b.ts', "import '../../../test/support/thing.js';\n"],
    ['src-stands-alone', 'src/services/tasks/o.ts', "import '../../../client/src/fine.js';\n"],
    ['client-stands-alone', 'client/src/p.ts', "import '../../src/domain/fine.js';\n"],
    ['client-stands-alone', 'client/src/q.ts', "import '../../test/support/thing.js';\n"],
    ['client-runs-in-browsers', 'client/src/r.ts', "import 'node:fs';\n"],
    [
      'studio-stands-on-the-client',
      'web/src/make/t.tsx',
      "import '../../../src/domain/fine.js';\n",
    ],
    [
      'studio-stands-on-the-client',
      'web/src/make/u.ts',
      "import '../../../test/support/thing.js';\n",
    ],
    ['studio-runs-in-browsers', 'web/src/make/v.ts', "import 'node:fs';\n"],
    ['fence-plain-rooms', 'src/domain/c.ts', "import 'lru-cache';\n"],
    ['fence-plain-rooms', 'src/errors.ts', "import 'lru-cache';\n"],
    ['fence-plain-rooms', 'src/error-registry.ts', "import 'lru-cache';\n"],
    ['door-errors', 'src/error-registry.ts', "import './domain/fine.js';\n"],
    ['fence-plain-rooms', 'src/generated/facts/d.ts', "import 'lru-cache';\n"],
    ['fence-sql', 'src/services/tasks/e.ts', "import 'pg';\n"],
    ['fence-sql', 'src/app/start.ts', "import 'kysely';\n"],
    ['fence-sql', 'src/adapters/memory/f.ts', "import '@electric-sql/pglite';\n"],
    ['fence-runway-sdk-values', 'src/generated/graph/g.ts', "import '@runwayml/sdk';\n"],
    [
      'fence-runway-sdk-types',
      'src/services/tasks/h.ts',
      "import type { RunwayML } from '@runwayml/sdk';\nexport type H = RunwayML;\n",
    ],
    ['fence-graphql', 'src/services/tasks/i.ts', "import 'graphql';\n"],
    ['fence-graphql', 'src/ports/j.ts', "import 'type-graphql';\n"],
    ['fence-graphql', 'src/app/start.ts', "import '@apollo/server';\n"],
    ['fence-outward-http', 'src/services/tasks/s.ts', "import 'undici';\n"],
    ['fence-outward-http', 'src/app/start.ts', "import 'undici';\n"],
    ['no-development-package', 'src/http/k.ts', "import 'prettier';\n"],
    ['no-unresolvable', 'src/http/l.ts', "import './missing.js';\n"],
    ['no-cycle', 'src/api/m.ts', "import type { N } from './n.js';\nexport type M = N[];\n"],
  ];
  /** Nothing here may be caught. */
  const sound: Readonly<Record<string, string>> = {
    'src/adapters/postgres/fine.ts':
      "import 'pg';\nimport 'kysely';\nimport '@electric-sql/pglite';\n",
    'src/adapters/runway/fine.ts': "import '@runwayml/sdk';\nimport 'undici';\n",
    'src/generated/graph/fine.ts':
      "import type { RunwayML } from '@runwayml/sdk';\nimport 'graphql';\nexport type F = RunwayML;\n",
    'src/http/fine.ts': "import 'graphql-ws';\nimport '@apollo/server';\nimport 'node:http';\n",
    'src/domain/fine.ts': "import 'node:crypto';\n",
    'src/policy/fine.ts': "import 'graphql-shield';\n",
    'src/api/n.ts': "import type { M } from './m.js';\nexport type N = M | 1;\n",
    'client/src/fine.ts': "import 'graphql';\n",
    'web/src/fine.tsx': "import '../../client/src/fine.js';\nimport 'react';\n",
    'test/support/thing.ts': 'export const thing = 1;\n',
  };

  it('catch each breach, and leave the sound files alone', async () => {
    const files: Record<string, string> = { ...sound };
    for (const [, file, text] of broken) files[file] = (files[file] ?? '') + text;
    const caught = (await cruise(files)).map(({ rule, from }) => `${rule.name}: ${from}`);
    const expected = broken.map(([rule, file]) => `${rule}: ${file}`);
    expect([...new Set(caught)].sort()).toEqual(expected.sort());
  }, 90_000);
});
