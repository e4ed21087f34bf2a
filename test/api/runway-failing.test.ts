import {
  CreateTextToVideoDocument,
  CreateUploadDocument,
  DeleteDocumentDocument,
  DocumentDocument,
  DocumentsDocument,
  OrganizationDocument,
  TaskDocument,
  UpdateDocumentDocument,
} from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { aVideo } from '../support/client/inputs.js';
import { makeDocument } from '../support/client/resources.js';
import { upstreamCalls } from '../support/runway/upstream.js';

/** Reads that one node has open at the same time. */
const READS_MAX = 32;

const PROBE_INTERVAL_MS = 10_000;

describe('what tenants keep at a Runway that is slow or down', () => {
  const stage = useGateway();

  // Guarantee: a node has a fixed number of reads of the shared account open, whatever clients ask.
  it('is read a fixed number of resources at a time, for all tenants together', async () => {
    const { gateway, clock, ann, bob } = stage;
    for (let count = 0; count < 8; count += 1) {
      await makeDocument(gateway, {}, ann);
      await makeDocument(gateway, {}, bob);
    }
    gateway.emulator.clearRequests();
    gateway.emulator.setFault({ method: 'GET', path: '/v1/documents/{id}', delayMs: 2_000 });
    const lists = [ann, bob, ann, bob, ann, bob, ann, bob].map((key) =>
      gateway.data(DocumentsDocument, { first: 8 }, key),
    );
    await clock.until(() => upstreamCalls(gateway).length >= READS_MAX, { stepMs: 0 });
    for (let look = 0; look < 20; look += 1) await clock.advance(0);
    expect(upstreamCalls(gateway)).toHaveLength(READS_MAX);
    let isDone = false;
    const answers = Promise.all(lists).finally(() => (isDone = true));
    await clock.until(() => isDone, { stepMs: 500 });
    for (const { documents } of await answers) expect(documents.edges).toHaveLength(8);
    expect(upstreamCalls(gateway)).toHaveLength(64);
    gateway.emulator.clearFaults();
  });

  // Guarantee: while Runway is down it is left alone, and what is stored here stays to be read.
  it('D29: is refused at once while the account is held, and there again after a probe', async () => {
    const { gateway, clock, ann } = stage;
    const { id } = await makeDocument(gateway, {}, ann);
    const bought = await gateway.data(CreateTextToVideoDocument, { input: aVideo() }, ann);
    const taskId = bought.createTextToVideo.task.id;
    const unauthorized = { path: '*', status: 401, body: { error: 'No.' } };
    gateway.emulator.setFault(unauthorized);
    await gateway.ask(DocumentDocument, { id }, ann);
    gateway.emulator.clearRequests();
    const held = [
      await gateway.ask(DocumentDocument, { id }, ann),
      await gateway.ask(DocumentsDocument, {}, ann),
      await gateway.ask(UpdateDocumentDocument, { id, input: { name: 'New' } }, ann),
      await gateway.ask(DeleteDocumentDocument, { id }, ann),
      await gateway.ask(CreateUploadDocument, { input: { filename: 'a.png' } }, ann),
      await gateway.ask(CreateTextToVideoDocument, { input: aVideo() }, ann),
      await gateway.ask(OrganizationDocument, {}),
    ];
    for (const { errors } of held) {
      const [error] = errors ?? [];
      expect(error?.extensions).toMatchObject({ code: 'RUNWAY_UNAUTHORIZED', retryable: false });
    }
    expect(upstreamCalls(gateway)).toEqual([]);
    expect((await gateway.data(TaskDocument, { id: taskId }, ann)).task.id).toBe(taskId);
    gateway.emulator.clearFaults();
    await clock.advance(PROBE_INTERVAL_MS);
    expect((await gateway.data(DocumentDocument, { id }, ann)).document.id).toBe(id);
  });
});
