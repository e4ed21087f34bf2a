import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { Agent, request, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { TEST_KEY } from '../test/support/store/key-ring.js';
import { processorMs } from './live-tasks.js';

const KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';
const QUERY = JSON.stringify({ query: '{ tasks(first: 1) { nodes { id } } }' });

/** How often the start is asked for its first answer. */
const PROBE_MS = 5;
const ANSWER_WITHIN_MS = 120_000;

/** A gateway that has been asked nothing for a second has nothing to do. */
const QUIET_MS = 1_500;

/** `npm start` as a developer types it, but for the ports: everything is on, the emulator too. */
export class StartedGateway {
  /** From the command to the first answer to a query that reads the store. */
  readonly startMs: number;
  readonly #port: number;
  readonly #child: ChildProcess;
  readonly #pid: number;

  private constructor(child: ChildProcess, port: number, startMs: number) {
    this.#child = child;
    this.#port = port;
    this.startMs = startMs;
    this.#pid = gatewayBelow(child.pid ?? 0);
  }

  static async start(environment: Readonly<Record<string, string>>): Promise<StartedGateway> {
    const port = await freePort();
    const startedAt = performance.now();
    const child = spawn('npm', ['start'], {
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        ENCRYPTION_KEY: TEST_KEY,
        BOOTSTRAP_API_KEY: KEY,
        PORT: String(port),
        EMULATOR_PORT: '0',
        LOG_LEVEL: 'error',
        ...environment,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    while (!(await answers(port))) {
      if (child.exitCode !== null || performance.now() - startedAt > ANSWER_WITHIN_MS) {
        child.kill('SIGKILL');
        throw new Error('The gateway did not start.');
      }
      await delay(PROBE_MS);
    }
    return new StartedGateway(child, port, performance.now() - startedAt);
  }

  /** Processor time of the gateway's process so far, in ms. */
  get processorMs(): number {
    return processorMs(this.#pid);
  }

  /** Resident memory of the gateway's process, in bytes. */
  get residentBytes(): number {
    const status = readFileSync(`/proc/${String(this.#pid)}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1_024;
  }

  /** SIGTERM to exit, while so many connections that have been answered are kept open. */
  async stop(idleConnections: number): Promise<number> {
    const agent = new Agent({ keepAlive: true, maxFreeSockets: idleConnections });
    await Promise.all(Array.from({ length: idleConnections }, () => ask(this.#port, agent)));
    await delay(QUIET_MS);
    const exited = once(this.#child, 'exit');
    const askedAt = performance.now();
    process.kill(this.#pid, 'SIGTERM');
    await exited;
    const ms = performance.now() - askedAt;
    agent.destroy();
    return ms;
  }
}

/** The last descendant of `npm start`: npm runs a shell, and that one runs Node. */
function gatewayBelow(pid: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    const stat = statOf(name);
    // After the name, which may hold spaces, the second field is the parent (proc(5)).
    if (stat !== undefined) {
      parents.set(Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]), Number(name));
    }
  }
  let last = pid;
  for (let child = parents.get(last); child !== undefined; child = parents.get(last)) last = child;
  return last;
}

/** Undefined: the process has ended meanwhile. */
function statOf(pid: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Also false while the port is open, and the operator's key is not stored yet. */
async function answers(port: number): Promise<boolean> {
  try {
    return (await ask(port)) === 200;
  } catch {
    return false;
  }
}

async function ask(port: number, agent?: Agent): Promise<number | undefined> {
  const sent = request({
    host: '127.0.0.1',
    ...{ port, agent, path: '/graphql', method: 'POST' },
    headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
  }).end(QUERY);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  await text(answer);
  return answer.statusCode;
}
