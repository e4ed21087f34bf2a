import { ManualClock } from '../../src/emulator/server/emulator-clock.js';
import type { Settings } from '../../src/emulator/control/emulator-settings.js';
import { startEmulator, type Emulator } from '../../src/emulator/server/start-emulator.js';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; null for an empty body. */
  readonly body: Body;
}

/** What the tests look at in an answer; the emulator's own types are not trusted here. */
export interface Body {
  readonly id: string;
  readonly status: string;
  readonly error: string;
  readonly issues: readonly {
    code: string;
    path: (string | number)[];
    [detail: string]: unknown;
  }[];
  readonly [field: string]: unknown;
}

export const HEADERS = {
  authorization: 'Bearer key_test',
  'x-runway-version': '2024-11-06',
  'content-type': 'application/json',
};

export interface Harness {
  readonly emulator: Emulator;
  readonly clock: ManualClock;
  /** Paths begin at the emulator's root. */
  call(method: string, path: string, body?: unknown, headers?: object): Promise<Reply>;
  /** Creates a task that is expected to be accepted, and answers its id. */
  create(body?: object): Promise<string>;
  task(id: string): Promise<Reply>;
}

/** Well formed, and the id of nothing. */
export const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';

export const A_VIDEO = {
  model: 'gen4.5',
  promptText: 'a lighthouse at dusk',
  ratio: '1280:720',
  duration: 5,
} as const;

/** Registers the emulator's start and stop for the tests of a file; each test has its own. */
export function useEmulator(settings: Partial<Settings> = {}): Harness {
  const started: { emulator?: Emulator; clock?: ManualClock } = {};
  const failures: unknown[] = [];

  beforeEach(async () => {
    started.clock = new ManualClock('2026-06-01T12:00:00.000Z');
    const onError = (error: unknown) => failures.push(error);
    started.emulator = await startEmulator({ port: 0, clock: started.clock, settings, onError });
  });

  afterEach(async () => {
    await started.emulator?.close();
    expect(failures.splice(0)).toEqual([]);
  });

  const present = <Value>(value: Value | undefined): Value => {
    if (value === undefined) throw new Error('The emulator runs only inside a test');
    return value;
  };

  const call: Harness['call'] = async (method, path, body, headers = HEADERS) => {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(`${present(started.emulator).url}${path}`, {
      method,
      headers: { ...headers },
      ...(text === undefined ? {} : { body: text }),
    });
    const answered = await response.text();
    const parsed: unknown = answered === '' ? null : JSON.parse(answered);
    return { status: response.status, headers: response.headers, body: parsed as Body };
  };

  return {
    get emulator() {
      return present(started.emulator);
    },
    get clock() {
      return present(started.clock);
    },
    call,
    create: async (body = A_VIDEO) => {
      const reply = await call('POST', '/v1/text_to_video', body);
      if (reply.status !== 200) throw new Error(`Refused: ${JSON.stringify(reply.body)}`);
      return reply.body.id;
    },
    task: (id) => call('GET', `/v1/tasks/${id}`),
  };
}
