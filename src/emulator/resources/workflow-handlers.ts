import { acceptBody } from '../server/accept-body.js';
import { invalid, ok, refuse, type Handlers } from '../server/handler.js';
import { plannedFailure } from '../tasks/planned-failure.js';
import type { Run, RunOutput } from '../tasks/runs.js';
import { WORKFLOWS, type RunnableWorkflow, type Workflow } from './workflow-graphs.js';
import type { World } from '../world.js';

/** The name under which invocations share slots; it is no model, and no list of Runway's holds it. */
const LANE = 'workflow';

export function workflowHandlers(world: World) {
  const { runs } = world;
  return {
    'workflows.list': () =>
      ok({
        data: WORKFLOWS.map(({ workflow: { name, id, createdAt, version } }) => ({
          name,
          versions: [{ id, createdAt, version }],
        })),
      }),
    'workflows.retrieve': ({ id }) => ok(find(id).workflow),
    'workflows.run': ({ method, id, body = {} }) => {
      const { workflow, cost, outputs } = find(id);
      acceptBody(world, method, body);
      checkKeys(body);
      checkNodes(workflow, body);
      const failure = plannedFailure(body);
      const kind = 'workflowInvocation';
      const run = runs.start({ kind, model: LANE, estimate: cost, cost, failure, outputs });
      return ok({ id: run.id });
    },
    'workflowInvocations.retrieve': ({ id }) => {
      const run = runs.find('workflowInvocation', id);
      if (!run) throw refuse(404, 'Could not find Workflow Invocation');
      return ok(seeInvocation(world, run));
    },
  } satisfies Handlers;
}

function find(id: string): RunnableWorkflow {
  const found = WORKFLOWS.find(({ workflow }) => workflow.id === id);
  if (!found) throw refuse(404, 'Could not find Workflow');
  return found;
}

/** Source: `propertyNames` in Runway's OpenAPI document. */
const NODE_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const OUTPUT_KEY_MAX = 256;

function checkKeys(body: object): void {
  const { nodeOutputs = {} } = body as { nodeOutputs?: Readonly<Record<string, object>> };
  const nodes = Object.entries(nodeOutputs);
  const paths = [
    ...nodes.filter(([nodeId]) => !NODE_ID.test(nodeId)).map(([nodeId]) => [nodeId]),
    ...nodes.flatMap(([nodeId, outputs]) =>
      Object.keys(outputs)
        .filter((key) => key === '' || key.length > OUTPUT_KEY_MAX)
        .map((key) => [nodeId, key]),
    ),
  ];
  if (paths.length === 0) return;
  const issue = {
    code: 'invalid_key',
    origin: 'record',
    issues: [],
    message: 'Invalid key in record',
  };
  throw invalid(paths.map((path) => ({ ...issue, path: ['nodeOutputs', ...path] })));
}

function checkNodes({ graph }: Workflow, body: object): void {
  const { nodeOutputs = {} } = body as { nodeOutputs?: object };
  const known = graph.nodes.map((node) => node.id);
  const strangers = Object.keys(nodeOutputs).filter((nodeId) => !known.includes(nodeId));
  if (strangers.length === 0) return;
  const message = 'No such node in the workflow';
  throw invalid(
    strangers.map((nodeId) => ({ code: 'custom', path: ['nodeOutputs', nodeId], message })),
  );
}

function seeInvocation(world: World, run: Run): object {
  const view = world.runs.view(run);
  const base = { id: run.id, createdAt: new Date(run.createdAtMs).toISOString() };
  const { outputs } = run;
  switch (view.status) {
    case 'PENDING':
    case 'THROTTLED':
      return { ...base, status: view.status };
    case 'RUNNING': {
      // The last one is made when all is done.
      const made = Math.min(Math.floor(view.progress * outputs.length), outputs.length - 1);
      return { ...base, ...view, output: byNode(world, outputs.slice(0, made)) };
    }
    case 'SUCCEEDED':
      return { ...base, status: view.status, output: byNode(world, outputs) };
    case 'FAILED': {
      const { text: message, code: failureCode } = run.plan.failure ?? {};
      const nodes = WORKFLOWS.flatMap(({ workflow }) => workflow.graph.nodes);
      const node = nodes.find(({ id }) => id === outputs[0]?.nodeId);
      const nodeErrors = node && { [node.id]: { message, failureCode, nodeName: node.name } };
      return { ...base, status: view.status, failure: message, failureCode, nodeErrors };
    }
  }
}

/** Fresh addresses of what has been made. */
function byNode(world: World, outputs: readonly RunOutput[]): Record<string, string[]> {
  const addresses: Record<string, string[]> = {};
  for (const output of outputs) {
    if (output.nodeId === null) continue;
    (addresses[output.nodeId] ??= []).push(world.outputs.sign(output));
  }
  return addresses;
}
