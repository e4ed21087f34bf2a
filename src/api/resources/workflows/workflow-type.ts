import { GraphQLJSON } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../scalars/date-time-scalar.js';
import type { JsonValue } from '../../../domain/input/json.js';
import type { Workflow } from '../../../domain/resource/workflow.js';
import type { KindGraph } from '../kind-graph.js';

@ObjectType('WorkflowGraph', {
  description: 'How a workflow is wired. Runway does not document the shape of nodes and edges.',
})
export class WorkflowGraphType {
  @Field(() => GraphQLJSON, { description: 'The nodes: a list. Their ids are what inputs name.' })
  nodes!: JsonValue;

  @Field(() => GraphQLJSON, { description: 'The edges between nodes: a list.' })
  edges!: JsonValue;

  @Field(() => Int, { description: 'In which version of its form Runway keeps it.' })
  version!: number;
}

@ObjectType('Workflow', {
  description: 'A published version of a workflow that was drawn in Runway’s app.',
})
export class WorkflowType {
  @Field(() => ID, { description: "Runway's id of this version." })
  id!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it does; null when not set.' })
  description!: string | null;

  @Field(() => Int, { description: 'Counts the published versions of the same workflow.' })
  version!: number;

  @Field(() => WorkflowGraphType, {
    description:
      'The graph as Runway draws it. The gateway does not check who owns the ids and addresses in it.',
  })
  graph!: WorkflowGraphType;

  @Field(() => DateTimeScalar, { description: 'When this version was published.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When this version was last changed.' })
  updatedAt!: Date;
}

export function toWorkflowType(workflow: Workflow): WorkflowType {
  return Object.assign(new WorkflowType(), {
    ...workflow,
    createdAt: new Date(workflow.createdAt),
    updatedAt: new Date(workflow.updatedAt),
  } satisfies WorkflowType);
}

export const workflowGraph: KindGraph<'workflow'> = {
  kind: 'workflow',
  thing: 'workflow',
  Type: WorkflowType,
  toType: ({ resource }) => toWorkflowType(resource),
  list: { entries: 'published workflows' },
};
