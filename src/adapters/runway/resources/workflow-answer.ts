import * as z from 'zod';
import type { ResourceSummary } from '../../../domain/resource/resource-summary.js';
import type { Workflow } from '../../../domain/resource/workflow.js';
import {
  count,
  id,
  jsonList,
  listOf,
  orNull,
  text,
  time,
  type Shape,
} from '../outcomes/answer-shapes.js';
import type { KindAnswers } from './kind-answers.js';

const workflow: Shape<Workflow> = z.object({
  id,
  name: text,
  description: orNull(text),
  version: count,
  graph: z.object({ nodes: jsonList, edges: jsonList, version: count }),
  createdAt: time,
  updatedAt: time,
});

/** Each published version is a workflow of its own. */
const versions: Shape<readonly ResourceSummary[]> = z
  .object({
    data: listOf(z.object({ name: text, versions: listOf(z.object({ id, createdAt: time })) })),
  })
  .transform(({ data }) =>
    data
      .flatMap(({ name, versions: published }) =>
        published.map((version) => ({ ...version, name, slug: null, avatarId: null })),
      )
      .sort((one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt)),
  );

export const workflowAnswers: KindAnswers<Workflow> = {
  shape: () => workflow,
  wholeList: versions,
};
