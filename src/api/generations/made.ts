import { Resolver } from 'type-graphql';
import type { CreationField } from '../../operations/creation-operations.js';
import { defineMember } from '../define-field.js';
import type { ResourceLoaders } from '../resources/resource-loaders.js';
import { resourceRows, type ResourceRow } from '../resources/resource-rows.js';
import { creationPayloads } from '../resources/creation-payloads.js';
import type { TaskPayload } from '../tasks/task-payloads.js';

type MadeResolverClass = new (loaders: ResourceLoaders) => object;

/** The field of a creation's payload that shows what it made. */
function madeResolver(row: ResourceRow, Payload: new () => TaskPayload): MadeResolverClass {
  const { kind, thing, Type, get: field } = row;
  @Resolver(() => Payload)
  class MadeResolver {
    constructor(readonly loaders: ResourceLoaders) {}
  }
  defineMember<MadeResolver, TaskPayload>(MadeResolver, {
    name: field,
    description: `The ${thing}; null on a dry run, until Runway has answered, and when it is gone.`,
    type: () => Type,
    resolve: async ({ loaders }, payload, context) => {
      const id = payload.task?.runwayTaskId ?? null;
      const held = id === null ? undefined : await loaders.load(context, kind, id);
      return held === undefined ? null : row.toType(held);
    },
  });
  return MadeResolver;
}

const MADE_BY = {
  createAvatar: resourceRows.avatar,
  createDocument: resourceRows.document,
  createRealtimeSession: resourceRows.realtimeSession,
  createRouter: resourceRows.router,
  createVoice: resourceRows.voice,
} as const satisfies Partial<Record<CreationField, ResourceRow>>;

/** One for each payload of a creation. */
export const madeResolvers: readonly MadeResolverClass[] = Object.entries(MADE_BY).map(
  ([field, row]) => madeResolver(row, creationPayloads[field as keyof typeof MADE_BY]),
);
