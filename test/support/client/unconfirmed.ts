import { CreateTextToVideoDocument } from '../../../client/src/generated/graphql.js';
import { aVideo } from './inputs.js';
import type { TestGateway } from '../gateway/start-gateway.js';

/** The id of a task whose submission Runway answered with a 500. */
export async function createUnconfirmed(gateway: TestGateway, key?: string): Promise<string> {
  gateway.emulator.setFault({ path: '/v1/text_to_video', times: 1, status: 500, body: {} });
  const { createTextToVideo } = await gateway.data(
    CreateTextToVideoDocument,
    { input: aVideo() },
    key,
  );
  const { task } = createTextToVideo;
  if (task.status !== 'UNCONFIRMED') throw new Error('The task is not UNCONFIRMED');
  return task.id;
}
