import type { Fault } from '../../src/emulator/control/faults.js';
import type { ErrorCode } from '../../src/error-registry.js';
import {
  ViewerBudgetDocument,
  type TaskFieldsFragment,
  type TaskStatus,
} from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { createVideo, postsTo, readTask } from '../support/client/tasks.js';

const PATH = '/v1/text_to_video';

/** 5 s of gen4.5. */
const CREDITS = 60;

/** What turns a submission away without having accepted it, so that it is sent in the background. */
const BUSY = { path: PATH, times: 1, status: 503, body: { error: 'Busy.' } };

/** Credits of the tenant's that are set aside and spent. */
interface Holding {
  readonly reserved: number;
  readonly spent: number;
}

interface Row extends Holding {
  readonly fault: string;
  readonly emulator: Omit<Fault, 'path' | 'times'>;
  readonly status: TaskStatus;
  readonly failure?: ErrorCode;
}

/** One of Runway's own. */
const issue = { code: 'custom', path: ['promptText'], message: 'Invalid.' };

const failed = (failure: ErrorCode) =>
  ({ status: 'FAILED', failure, reserved: 0, spent: 0 }) as const;
const UNCONFIRMED = { status: 'UNCONFIRMED', reserved: CREDITS, spent: 0 } as const;

const rows: readonly Row[] = [
  {
    fault: '400 with issues',
    emulator: { status: 400, body: { error: 'Invalid.', issues: [issue] } },
    ...failed('RUNWAY_REFUSED'),
  },
  {
    fault: '400 without issues',
    emulator: { status: 400, body: { error: 'No.' } },
    ...failed('RUNWAY_REFUSED'),
  },
  {
    fault: '400 for want of credits',
    emulator: { status: 400, body: { error: 'You do not have enough credits to run this task.' } },
    ...failed('RUNWAY_OUT_OF_CREDITS'),
  },
  ...[401, 403].map((status) => ({
    fault: String(status),
    emulator: { status, body: { error: 'No.' } },
    ...failed('RUNWAY_UNAUTHORIZED'),
  })),
  {
    fault: '404',
    emulator: { status: 404, body: { error: 'No.' } },
    ...failed('RUNWAY_NOT_FOUND'),
  },
  ...[409, 500, 502, 504].map((status) => ({
    fault: String(status),
    emulator: { status, body: { error: 'No.' } },
    ...UNCONFIRMED,
  })),
  { fault: 'a 503 of another shape', emulator: { status: 503, rawBody: '<html>' }, ...UNCONFIRMED },
  { fault: '200 with {}', emulator: { body: {} }, ...UNCONFIRMED },
  { fault: 'a reset after the request', emulator: { reset: 'afterRead' }, ...UNCONFIRMED },
];

// Guarantee: a request whose caller has gone has the same end as one whose caller waits, in its task.
describe('a queued submission that meets, when it is sent,', () => {
  const stage = useGateway();
  let tenants = 0;

  async function newTenant(): Promise<string> {
    tenants += 1;
    return await stage.gateway.keyOf(`t${String(tenants)}`, ['GENERATE_VIDEO', 'TASK_READ']);
  }
  async function holding(key: string): Promise<Holding> {
    const { viewer } = await stage.gateway.data(ViewerBudgetDocument, {}, key);
    const [budget] = viewer.budget;
    return { reserved: budget?.reserved ?? -1, spent: budget?.spent ?? -1 };
  }
  /** Once it has left the queue. */
  function sent(key: string, id: string): Promise<TaskFieldsFragment> {
    return stage.clock.until(
      async () => {
        const now = await readTask(stage.gateway, id, key);
        return now.status !== 'QUEUED' && now;
      },
      { stepMs: 5_000, strides: true },
    );
  }

  it.each(rows)('$fault is $status', async ({ emulator, status, failure, reserved, spent }) => {
    const { gateway, clock } = stage;
    const key = await newTenant();
    gateway.emulator.setFault(BUSY);
    gateway.emulator.setFault({ ...emulator, path: PATH, times: 1 });
    const task = await createVideo(gateway, {}, key);
    expect(task.status).toBe('QUEUED');
    expect(await holding(key)).toEqual({ reserved: CREDITS, spent: 0 });

    const end = await sent(key, task.id);
    expect(end).toMatchObject({
      status,
      failure: failure === undefined ? null : { code: failure, retryable: false },
      cost: failure === undefined ? null : 0,
    });
    expect(await holding(key)).toEqual({ reserved, spent });
    // Nothing strikes any more: it would be seen if it went out again.
    await clock.stride(60_000);
    expect(await readTask(gateway, task.id, key)).toEqual(end);
    expect(postsTo(gateway, PATH)).toBe(2);
    expect(await holding(key)).toEqual({ reserved, spent });
    // A breaker that has opened closes with the first success.
    expect((await createVideo(gateway)).status).toBe('PENDING');
  });
});
