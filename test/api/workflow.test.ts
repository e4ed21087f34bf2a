import { RunWorkflowDocument, WorkflowDocument } from '../../client/src/generated/graphql.js';
import { ELSEWHERE, SEEDED, SEEDED_AT } from '../../src/emulator/resources/seeded.js';
import { anyCost } from '../support/client/counted.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { expectHidden } from '../support/client/hidden.js';
import { grant } from '../support/client/resources.js';
import { callsTo } from '../support/runway/upstream.js';

describe('workflow', () => {
  const stage = useGateway();

  it('shows a published version with its graph, whose nodes inputs name', async () => {
    const { gateway } = stage;
    const { workflow } = await gateway.data(WorkflowDocument, { id: SEEDED.workflowId });
    expect(workflow).toMatchObject({
      id: SEEDED.workflowId,
      name: 'Text to image to video',
      description: 'Draws a text, then sets the picture in motion.',
      version: 1,
      createdAt: SEEDED_AT,
      updatedAt: SEEDED_AT,
    });
    const nodes = workflow.graph.nodes as readonly { readonly id: string }[];
    expect(nodes.map(({ id }) => id)).toEqual(Object.values(SEEDED.workflowNodes));
    expect(workflow.graph.edges).toHaveLength(2);
  });

  it('is read once for several aliases', async () => {
    const { gateway } = stage;
    const id = SEEDED.workflowId;
    const query = 'query ($id: ID!) { a: workflow(id: $id) { id } b: workflow(id: $id) { id } }';
    const response = await gateway.post({ query, variables: { id } });
    expect(await response.json()).toEqual({
      data: { a: { id }, b: { id } },
      extensions: anyCost(),
    });
    expect(callsTo(gateway, 'GET', `/v1/workflows/${id}`)).toBe(1);
  });

  it('that was drawn in Runway’s app is shown, and can be run, once it was granted', async () => {
    const { gateway, ann } = stage;
    const id = ELSEWHERE.workflowId;
    const code = 'BAD_USER_INPUT';
    await expectHidden(gateway, ann, WorkflowDocument, (workflowId) => ({ id: workflowId }), id);
    const running = (workflowId: string) => ({ input: { workflowId } });
    await expectHidden(gateway, ann, RunWorkflowDocument, running, id, { code });
    const refused = await gateway.ask(RunWorkflowDocument, running(id), ann);
    expect(refused.errors?.[0]?.extensions.issues).toMatchObject([
      { path: 'input.workflowId', rule: 'reference' },
    ]);

    await grant(gateway, 'ann', 'WORKFLOW', id);
    expect((await gateway.data(WorkflowDocument, { id }, ann)).workflow.version).toBe(3);
    const { runWorkflow } = await gateway.data(RunWorkflowDocument, running(id), ann);
    expect(runWorkflow.task.status).toBe('PENDING');
  });
});
