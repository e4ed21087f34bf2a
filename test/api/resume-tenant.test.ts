import {
  CreateTextToVideoDocument,
  ResumeTenantDocument,
  TaskDocument,
  type CreateTextToVideoMutationVariables,
} from '../../client/src/generated/graphql.js';
import { eventually } from '../support/time/eventually.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';

const VIDEO = (promptText: string): CreateTextToVideoMutationVariables => ({
  input: { gen4_5: { promptText, ratio: 'RATIO_1280_720', duration: 5 } },
});

describe('resumeTenant', () => {
  let gateway: TestGateway;
  let key: string;
  beforeAll(async () => {
    gateway = await startGateway({ MODERATED_MAX: '1' });
    gateway.emulator.settings.taskSeconds = 0;
    key = await gateway.keyOf('acme', ['GENERATE_VIDEO', 'TASK_READ']);
  }, 60_000);
  afterAll(() => gateway.stop());

  it('M15: lets a tenant spend again that was stopped for moderated requests', async () => {
    const asked = await gateway.data(CreateTextToVideoDocument, VIDEO('[moderated]'), key);
    const id = asked.createTextToVideo.task.id;
    await eventually(async () => {
      expect((await gateway.data(TaskDocument, { id }, key)).task.status).toBe('FAILED');
    });
    await eventually(async () => {
      const { errors } = await gateway.ask(CreateTextToVideoDocument, VIDEO('a fox'), key);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'TENANT_STOPPED', retryable: false });
    });
    const { resumeTenant } = await gateway.data(ResumeTenantDocument, { id: 'acme' });
    expect(resumeTenant.tenant).toEqual({ id: 'acme', name: 'acme' });
    const again = await gateway.data(CreateTextToVideoDocument, VIDEO('a fox'), key);
    expect(again.createTextToVideo.task.status).toBe('PENDING');
  });

  it('answers NOT_FOUND for a tenant that is not there, and FORBIDDEN to a tenant', async () => {
    const missing = await gateway.ask(ResumeTenantDocument, { id: 'missing' });
    expect(missing.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const forbidden = await gateway.ask(ResumeTenantDocument, { id: 'acme' }, key);
    expect(forbidden.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
