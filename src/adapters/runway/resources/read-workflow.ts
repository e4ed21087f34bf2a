import type { ResourceSummary, Workflow } from '../../../domain/resource/resources.js';
import type { AnswerObject } from '../outcomes/answer-object.js';

export function readWorkflow(answer: AnswerObject): Workflow {
  const graph = answer.object('graph');
  return {
    id: answer.id(),
    name: answer.text('name'),
    description: answer.textOrNull('description'),
    version: answer.count('version'),
    graph: {
      nodes: graph.list('nodes'),
      edges: graph.list('edges'),
      version: graph.count('version'),
    },
    createdAt: answer.time('createdAt'),
    updatedAt: answer.time('updatedAt'),
  };
}

/** Each published version is a workflow of its own. Newest first. */
export function readWorkflowVersions(answer: AnswerObject): readonly ResourceSummary[] {
  const versions = answer.objects('data').flatMap((workflow) =>
    workflow.objects('versions').map((version) => ({
      id: version.id(),
      name: workflow.text('name'),
      slug: null,
      avatarId: null,
      createdAt: version.time('createdAt'),
    })),
  );
  return versions.sort((one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt));
}
