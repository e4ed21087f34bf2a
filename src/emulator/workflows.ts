import { invalid, ok, refuse, type Handlers } from './answer.js';
import { acceptBody } from './generations.js';
import { plannedFailure } from './moderation.js';
import type { Run } from './runs.js';
import { SEEDED, SEEDED_AT } from './seeded.js';
import type { World } from './world.js';

const { prompt, image, video } = SEEDED.workflowNodes;

const WORKFLOW = {
  id: SEEDED.workflowId,
  name: 'Text to image to video',
  description: 'Draws a text, then sets the picture in motion.',
  version: 1,
  createdAt: SEEDED_AT,
  updatedAt: SEEDED_AT,
  graph: {
    version: 1,
    nodes: [
      { id: prompt, name: 'Prompt', type: 'primitive', outputs: { text: { type: 'primitive' } } },
      { id: image, name: 'Image', type: 'text_to_image', outputs: { image: { type: 'image' } } },
      { id: video, name: 'Video', type: 'image_to_video', outputs: { video: { type: 'video' } } },
    ],
    edges: [
      { from: { node: prompt, output: 'text' }, to: { node: image, input: 'promptText' } },
      { from: { node: image, output: 'image' }, to: { node: video, input: 'promptImage' } },
    ],
  },
} as const;

/** The name under which invocations share slots; it is no model, and no list of Runway's holds it. */
const LANE = 'workflow';
/** Credits: one picture and five seconds of video. */
const COST = 68;
/** From this progress on the image node has made its picture. */
const IMAGE_DONE = 0.5;

export function workflowHandlers(world: World): Handlers {
  const { runs } = world;
  return {
    'workflows.list': () => {
      const { id, createdAt, version, name } = WORKFLOW;
      return ok({ data: [{ name, versions: [{ id, createdAt, version }] }] });
    },
    'workflows.retrieve': ({ id }) => ok(findWorkflow(id)),
    'workflows.run': ({ method, id, body = {} }) => {
      findWorkflow(id);
      acceptBody(world, method, body);
      checkNodes(body);
      const run = runs.start({
        kind: 'workflowInvocation',
        model: LANE,
        estimate: COST,
        cost: COST,
        failure: plannedFailure(body),
        outputs: [
          { nodeId: image, media: 'png' },
          { nodeId: video, media: 'mp4' },
        ],
      });
      return ok({ id: run.id });
    },
    'workflowInvocations.retrieve': ({ id }) => {
      const run = runs.find('workflowInvocation', id);
      if (!run) throw refuse(404, 'Could not find Workflow Invocation');
      return ok(invocation(world, run));
    },
  };
}

function findWorkflow(id: string): typeof WORKFLOW {
  if (id !== WORKFLOW.id) throw refuse(404, 'Could not find Workflow');
  return WORKFLOW;
}

function checkNodes(body: object): void {
  const { nodeOutputs = {} } = body as { nodeOutputs?: object };
  const known = WORKFLOW.graph.nodes.map((node): string => node.id);
  const strangers = Object.keys(nodeOutputs).filter((nodeId) => !known.includes(nodeId));
  if (strangers.length === 0) return;
  const message = 'No such node in the workflow';
  throw invalid(
    strangers.map((nodeId) => ({ code: 'custom', path: ['nodeOutputs', nodeId], message })),
  );
}

function invocation(world: World, run: Run): object {
  const view = world.runs.view(run);
  const base = { id: run.id, createdAt: new Date(run.createdAtMs).toISOString() };
  switch (view.status) {
    case 'PENDING':
    case 'THROTTLED':
      return { ...base, status: view.status };
    case 'RUNNING': {
      const done = view.progress >= IMAGE_DONE ? [image] : [];
      return { ...base, ...view, output: outputsOf(world, run, done) };
    }
    case 'SUCCEEDED':
      return { ...base, status: view.status, output: outputsOf(world, run, [image, video]) };
    case 'FAILED': {
      const { text: message, code: failureCode } = run.plan.failure ?? {};
      const nodeErrors = { [image]: { message, failureCode, nodeName: 'Image' } };
      return { ...base, status: view.status, failure: message, failureCode, nodeErrors };
    }
  }
}

/** Fresh addresses of what these nodes have made. */
function outputsOf(world: World, run: Run, nodes: readonly string[]): Record<string, string[]> {
  return Object.fromEntries(
    nodes.map((nodeId) => [
      nodeId,
      run.outputs
        .filter((output) => output.nodeId === nodeId)
        .map((output) => world.outputs.sign(output)),
    ]),
  );
}
