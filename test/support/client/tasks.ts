import {
  CreateTextToVideoDocument,
  TaskDocument,
  type CreateTextToVideoMutationVariables,
  type TaskFieldsFragment,
  type TaskStatus,
} from '../../../client/src/generated/graphql.js';
import type { FakeClock } from '../time/fake-clock.js';
import { aVideo } from './inputs.js';
import type { Answer, TestGateway } from '../gateway/start-gateway.js';

/** A task that the gateway has just accepted. */
export async function createVideo(
  gateway: TestGateway,
  variables: Partial<CreateTextToVideoMutationVariables> = {},
  key?: string,
): Promise<TaskFieldsFragment> {
  const all = { input: aVideo(), ...variables };
  const { createTextToVideo } = await gateway.data(CreateTextToVideoDocument, all, key);
  return createTextToVideo.task;
}

export async function readTask(
  gateway: TestGateway,
  id: string,
  key?: string,
): Promise<TaskFieldsFragment> {
  return (await gateway.data(TaskDocument, { id }, key)).task;
}

/** Lets time pass, from one read at Runway to the next, until the task is in this status. */
export async function untilStatus(
  gateway: TestGateway,
  clock: FakeClock,
  id: string,
  status: TaskStatus,
  key?: string,
): Promise<TaskFieldsFragment> {
  return await clock.until(
    async () => {
      const task = await readTask(gateway, id, key);
      return task.status === status && task;
    },
    { stepMs: 5_000, steps: 24, strides: true },
  );
}

/** The codes of an answer's errors; none when all went well. */
export function codesOf({ errors = [] }: Answer<unknown>): string[] {
  return errors.map(({ extensions }) => extensions.code);
}

/** An answer without what differs between any two requests. */
export function withoutRequestIds(answer: Answer<unknown>): unknown {
  return JSON.parse(
    JSON.stringify(answer, (name, value: unknown) => (name === 'requestId' ? 'any' : value)),
  );
}

/** POSTs that reached the emulator, by path. */
export function postsTo(gateway: TestGateway, path: string): number {
  return gateway.emulator
    .requests()
    .filter((request) => request.method === 'POST' && request.path === path).length;
}
