import { Arg, Field, ID, ObjectType, Resolver } from 'type-graphql';
import type { ChangeableKind, DeletableKind, ListableKind } from '../../domain/resource/kinds.js';
import { GatewayError } from '../../errors.js';
import { requestInputs } from '../../generated/graph/request-inputs.js';
import { changeOperations } from '../../operations/change-operations.js';
import { operations } from '../../operations/operations.js';
import type { ResourceFilter } from '../../ports/resources/resource-store.js';
import type { Resources } from '../../services/resources/resources.js';
import { RunwayRefused } from '../../services/upstream/runway-refused.js';
import { defineField, type ArgumentDecorator } from '../define-field.js';
import { checkArgument } from '../input/check-argument.js';
import { inputIssuesOf, inputTypeOf, type InputRules } from '../input/checked-input.js';
import { originalInput } from '../input/original-input.js';
import { After, First } from '../pagination/page-arguments.js';
import { refusalError } from '../errors/refusal-error.js';
import { resourceCursors } from './resource-cursor.js';
import type { ResourceLoaders } from './resource-loaders.js';
import { resourceRows, type ResourceRow } from './resource-rows.js';
import { toLazyConnection } from '../pagination/connection.js';
import { AvatarConversationFilterInput } from './avatars/conversation-filter.js';

/** What tenants keep at Runway: reads, lists, changes and deletions, added below by kind. */
@Resolver()
export class ResourceResolver {
  constructor(
    readonly resources: Resources,
    readonly loaders: ResourceLoaders,
    readonly rules: InputRules,
  ) {}
}

function addGet(row: ResourceRow): void {
  const { kind, get: name, thing, Type } = row;
  defineField<ResourceResolver, { readonly id: string }>(ResourceResolver, {
    name,
    row: operations[name],
    type: () => Type,
    args: { id: idOf(thing) },
    resolve: async ({ loaders }, { id }, context) => {
      const held = await loaders.load(context, kind, id);
      if (held === undefined) throw new GatewayError('NOT_FOUND');
      return row.toType(held);
    },
  });
}

function idOf(thing: string): ArgumentDecorator {
  return Arg('id', () => ID, { description: `The ${thing}’s id.` });
}

interface ListArguments {
  readonly first: number;
  readonly after: string | null | undefined;
  readonly filter?: AvatarConversationFilterInput | null;
}

function addList(row: ResourceRow): void {
  const { kind, list } = row;
  if (list === null) return;
  const { field: name, Connection } = list;
  const filter = Arg('filter', () => AvatarConversationFilterInput, {
    nullable: true,
    description: 'Which conversations; all without it.',
    validateFn: checkArgument('filter'),
  });
  defineField<ResourceResolver, ListArguments>(ResourceResolver, {
    name,
    row: operations[name],
    type: () => Connection,
    args: { first: First(), after: After(), ...(kind === 'avatarConversation' && { filter }) },
    resolve: async ({ resources, loaders }, args, context) => {
      const { entries, endCursor, hasNextPage, totalCount } = await resources.list(
        context.viewer,
        kind as ListableKind,
        toFilter(args.filter),
        { first: args.first, after: resourceCursors.after(args.after) },
      );
      const places = entries.map(({ cursor, id }) => ({
        cursor: resourceCursors.write(cursor),
        id,
      }));
      const read = async () => {
        const held = await Promise.all(places.map(({ id }) => loaders.load(context, kind, id)));
        return places.flatMap(({ cursor }, index) => {
          const one = held[index];
          return one === undefined ? [] : [{ cursor, node: row.toType(one) }];
        });
      };
      return toLazyConnection(read, {
        startCursor: places.at(0)?.cursor ?? null,
        endCursor: endCursor === null ? null : resourceCursors.write(endCursor),
        hasNextPage,
        totalCount,
      });
    },
  });
}

function toFilter(filter: AvatarConversationFilterInput | null | undefined): ResourceFilter {
  const { avatarId, createdFrom, createdBefore } = filter ?? {};
  return {
    ...(avatarId !== undefined && { parentId: avatarId }),
    ...(createdFrom !== undefined && { createdFrom }),
    ...(createdBefore !== undefined && { createdBefore }),
  };
}

interface ChangeArguments {
  readonly id: string;
  readonly input: object;
}

function addChange(row: ResourceRow): void {
  const { kind, get, change, thing } = row;
  if (change === null) return;
  const { field: name, Payload } = change;
  defineField<ResourceResolver, ChangeArguments>(ResourceResolver, {
    name,
    row: changeOperations[name],
    type: () => Payload,
    args: {
      id: idOf(thing),
      // Checked below, by the operator's rules.
      input: Arg('input', () => requestInputs[name].Input, {
        description: 'The changes. Fields that are left out stay as they are.',
        validate: false,
      }),
    },
    resolve: async ({ resources, rules }, { id, input }, { viewer }, info) => {
      const issues = await inputIssuesOf(name, input, rules);
      if (issues.length > 0) throw new GatewayError('BAD_USER_INPUT', { issues });
      const inputType = inputTypeOf(name, info);
      const { body } = requestInputs[name].toRequest(input);
      const wanted = { operation: name, input: originalInput(inputType, input), body };
      try {
        const held = await resources.change(viewer, kind as ChangeableKind, id, wanted);
        return { [get]: row.toType(held) };
      } catch (error) {
        if (error instanceof RunwayRefused) throw refusalError(error, inputType, input);
        throw error;
      }
    },
  });
}

function addDelete(row: ResourceRow): void {
  const { kind, thing, delete: name } = row;
  if (name === null) return;

  @ObjectType(payloadName(name), { description: `What ${name} did.` })
  class Deleted {
    @Field(() => ID, { description: `The ${thing}’s id.` })
    id!: string;
  }

  defineField<ResourceResolver, { readonly id: string }>(ResourceResolver, {
    name,
    row: operations[name],
    type: () => Deleted,
    args: { id: idOf(thing) },
    resolve: async ({ resources }, { id }, { viewer }) => {
      await resources.delete(viewer, kind as DeletableKind, id);
      return { id };
    },
  });
}

function payloadName(field: string): string {
  return `${field.charAt(0).toUpperCase()}${field.slice(1)}Payload`;
}

for (const row of Object.values<ResourceRow>(resourceRows)) {
  addGet(row);
  addList(row);
  addChange(row);
  addDelete(row);
}
