import { spawn, spawnSync } from 'node:child_process';

/** 2 MB: longer files of this repository are generated. */
const BYTES_MAX = 2_097_152;
const OUTPUT_BYTES_MAX = 268_435_456;

/** Objects that are asked for together. */
const BATCH = 500;

function git(args: readonly string[]): string {
  const { stdout, status, stderr } = spawnSync('git', args, {
    encoding: 'utf8',
    maxBuffer: OUTPUT_BYTES_MAX,
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr.trim()}`);
  return stdout;
}

/** Whether the history was cut when it was cloned. */
export function isShallow(): boolean {
  return git(['rev-parse', '--is-shallow-repository']).trim() === 'true';
}

/** Paths by the ids of all objects that a branch or a tag reaches; commits and tags have none. */
export function objectsOf(): ReadonlyMap<string, string> {
  const lines = git(['rev-list', '--objects', '--all']).split('\n');
  return new Map(lines.filter(Boolean).map((line) => [line.slice(0, 40), line.slice(41)] as const));
}

/** The texts of files, commits and tags among the objects. */
export async function* blobsOf(
  objects: ReadonlyMap<string, string>,
): AsyncGenerator<{ readonly id: string; readonly text: string }> {
  const ids = [...objects.keys()];
  for (let at = 0; at < ids.length; at += BATCH)
    yield* await readObjects(ids.slice(at, at + BATCH));
}

async function readObjects(
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly text: string }[]> {
  const child = spawn('git', ['cat-file', '--batch'], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(`${ids.join('\n')}\n`);
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
  return [...parse(Buffer.concat(chunks))];
}

/** `<id> <type> <size>`, a line break, the content, a line break. */
function* parse(output: Buffer): Generator<{ readonly id: string; readonly text: string }> {
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf(0x0a, at);
    const [id = '', type = '', size = '0'] = output.toString('latin1', at, end).split(' ');
    const length = Number(size);
    const content = output.subarray(end + 1, end + 1 + length);
    at = end + 1 + length + 1;
    if (type === 'tree' || length > BYTES_MAX || content.includes(0)) continue;
    yield { id, text: content.toString('utf8') };
  }
}
