import { ObjectType } from 'type-graphql';
import type { CreationField } from '../../operations/creation-operations.js';
import { fieldOfKind } from '../../operations/fields-of-kind.js';
import { TaskPayload } from '../tasks/task-payloads.js';
import type { KindGraph } from './kind-graph.js';
import { kindGraphs, payloadNameOf } from './kinds-in-graph.js';

/** A creation, what it makes, and its payload. */
export interface CreationPayload {
  readonly field: CreationField;
  readonly graph: KindGraph;
  readonly Payload: typeof TaskPayload;
}

/**
 * A creation is a task like any other, and its payload shows what it made as well: a field that
 * api/generations/made.ts adds, null until Runway has answered. Fields that are not here answer
 * with TaskPayload alone.
 */
export const creationPayloads: readonly CreationPayload[] = kindGraphs.flatMap((graph) => {
  const field = fieldOfKind(graph.kind, 'create');
  return field === undefined ? [] : [{ field, graph, Payload: payloadOf(field) }];
});

function payloadOf(field: CreationField): typeof TaskPayload {
  @ObjectType(payloadNameOf(field), { description: `Payload of ${field}.` })
  class CreatePayload extends TaskPayload {}
  return CreatePayload;
}
