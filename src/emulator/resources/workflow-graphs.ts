import type { MediaKind } from '../tasks/output-plan.js';
import { ELSEWHERE, SEEDED, SEEDED_AT } from './seeded.js';

interface WorkflowNode {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly outputs: Readonly<Record<string, { readonly type: string }>>;
}

interface WorkflowEdge {
  readonly from: { readonly node: string; readonly output: string };
  readonly to: { readonly node: string; readonly input: string };
}

export interface Workflow {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly graph: {
    readonly version: number;
    readonly nodes: readonly WorkflowNode[];
    readonly edges: readonly WorkflowEdge[];
  };
}

/** What running one takes and makes; Runway tells neither. */
export interface RunnableWorkflow {
  readonly workflow: Workflow;
  /** Credits. */
  readonly cost: number;
  /** In the order in which they are made, in equal parts of the time. */
  readonly outputs: readonly { readonly nodeId: string; readonly media: MediaKind }[];
}

const { prompt, image, video } = SEEDED.workflowNodes;
const elsewhere = ELSEWHERE.workflowNodes;

export const WORKFLOWS: readonly RunnableWorkflow[] = [
  {
    workflow: {
      id: SEEDED.workflowId,
      name: 'Text to image to video',
      description: 'Draws a text, then sets the picture in motion.',
      version: 1,
      createdAt: SEEDED_AT,
      updatedAt: SEEDED_AT,
      graph: {
        version: 1,
        nodes: [textNode(prompt), imageNode(image), videoNode(video)],
        edges: [
          { from: { node: prompt, output: 'text' }, to: { node: image, input: 'promptText' } },
          { from: { node: image, output: 'image' }, to: { node: video, input: 'promptImage' } },
        ],
      },
    },
    // One picture and five seconds of video.
    cost: 68,
    outputs: [
      { nodeId: image, media: 'png' },
      { nodeId: video, media: 'mp4' },
    ],
  },
  {
    workflow: {
      id: ELSEWHERE.workflowId,
      name: 'Text to image',
      description: null,
      version: 3,
      createdAt: SEEDED_AT,
      updatedAt: SEEDED_AT,
      graph: {
        version: 1,
        nodes: [textNode(elsewhere.prompt), imageNode(elsewhere.image)],
        edges: [
          {
            from: { node: elsewhere.prompt, output: 'text' },
            to: { node: elsewhere.image, input: 'promptText' },
          },
        ],
      },
    },
    cost: 8,
    outputs: [{ nodeId: elsewhere.image, media: 'png' }],
  },
];

function textNode(id: string): WorkflowNode {
  return { id, name: 'Prompt', type: 'primitive', outputs: { text: { type: 'primitive' } } };
}

function imageNode(id: string): WorkflowNode {
  return { id, name: 'Image', type: 'text_to_image', outputs: { image: { type: 'image' } } };
}

function videoNode(id: string): WorkflowNode {
  return { id, name: 'Video', type: 'image_to_video', outputs: { video: { type: 'video' } } };
}
