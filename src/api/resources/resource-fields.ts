import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, ID, Info, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type {
  ChangeableKind,
  DeletableKind,
  ListableKind,
} from '../../domain/resource/resources.js';
import { GatewayError } from '../../errors.js';
import { requestInputs } from '../../generated/graph/request-inputs.js';
import { changeOperations, type ChangeField } from '../../operations/change.js';
import { resourceOperations, type ResourceField } from '../../operations/resource.js';
import type { Context } from '../../ports/context.js';
import type { ResourceFilter } from '../../ports/resources/resource-store.js';
import type { Resources } from '../../services/resources/resources.js';
import { RunwayRefused } from '../../services/upstream/runway-refused.js';
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

const { prototype } = ResourceResolver;

/** Puts a method under its field's name, where type-graphql finds it. */
function define(
  field: ResourceField | ChangeField,
  value: (this: ResourceResolver, ...args: never[]) => Promise<unknown>,
): PropertyDescriptor {
  const descriptor = { value, writable: true, configurable: true };
  Object.defineProperty(prototype, field, descriptor);
  return descriptor;
}

function addGet(row: ResourceRow): void {
  const { kind, get: field, thing, Type } = row;
  const descriptor = define(field, async function (id: string, context: Context) {
    const held = await this.loaders.load(context, kind, id);
    if (held === undefined) throw new GatewayError('NOT_FOUND');
    return row.toType(held);
  });
  Arg('id', () => ID, { description: `The ${thing}’s id.` })(prototype, field, 0);
  Ctx()(prototype, field, 1);
  const { description } = resourceOperations[field];
  Query(() => Type, { description })(prototype, field, descriptor);
}

function addList(row: ResourceRow): void {
  const { kind, list } = row;
  if (list === null) return;
  const { field, Connection } = list;
  const descriptor = define(
    field,
    async function (
      first: number,
      after: string | null | undefined,
      context: Context,
      filter?: AvatarConversationFilterInput | null,
    ) {
      const page = { first, after: resourceCursors.after(after) };
      const { entries, endCursor, hasNextPage, totalCount } = await this.resources.list(
        context.viewer,
        kind as ListableKind,
        toFilter(filter),
        page,
      );
      const places = entries.map(({ cursor, id }) => ({
        cursor: resourceCursors.write(cursor),
        id,
      }));
      const read = async () => {
        const held = await Promise.all(
          places.map(({ id }) => this.loaders.load(context, kind, id)),
        );
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
  );
  First()(prototype, field, 0);
  After()(prototype, field, 1);
  Ctx()(prototype, field, 2);
  if (kind === 'avatarConversation') {
    Arg('filter', () => AvatarConversationFilterInput, {
      nullable: true,
      description: 'Which conversations; all without it.',
      validateFn: checkArgument('filter'),
    })(prototype, field, 3);
  }
  const { description } = resourceOperations[field];
  Query(() => Connection, { description })(prototype, field, descriptor);
}

function toFilter(filter: AvatarConversationFilterInput | null | undefined): ResourceFilter {
  const { avatarId, createdFrom, createdBefore } = filter ?? {};
  return {
    ...(avatarId !== undefined && { parentId: avatarId }),
    ...(createdFrom !== undefined && { createdFrom }),
    ...(createdBefore !== undefined && { createdBefore }),
  };
}

function addChange(row: ResourceRow): void {
  const { kind, get, change, thing } = row;
  if (change === null) return;
  const { field, Payload } = change;
  const descriptor = define(
    field,
    async function (id: string, input: object, { viewer }: Context, info: GraphQLResolveInfo) {
      const issues = await inputIssuesOf(field, input, this.rules);
      if (issues.length > 0) throw new GatewayError('BAD_USER_INPUT', { issues });
      const inputType = inputTypeOf(field, info);
      const { body } = requestInputs[field].toRequest(input);
      const wanted = { operation: field, input: originalInput(inputType, input), body };
      try {
        const held = await this.resources.change(viewer, kind as ChangeableKind, id, wanted);
        return { [get]: row.toType(held) };
      } catch (error) {
        if (error instanceof RunwayRefused) throw refusalError(error, inputType, input);
        throw error;
      }
    },
  );
  Arg('id', () => ID, { description: `The ${thing}’s id.` })(prototype, field, 0);
  // Checked by the method, which knows the operator's rules.
  Arg('input', () => requestInputs[field].Input, {
    description: 'What to change; what is left out stays as it is.',
    validate: false,
  })(prototype, field, 1);
  Ctx()(prototype, field, 2);
  Info()(prototype, field, 3);
  const { description } = changeOperations[field];
  Mutation(() => Payload, { description })(prototype, field, descriptor);
}

function addDelete(row: ResourceRow): void {
  const { kind, thing, delete: field } = row;
  if (field === null) return;
  const descriptor = define(field, async function (id: string, { viewer }: Context) {
    await this.resources.delete(viewer, kind as DeletableKind, id);
    return { id };
  });

  @ObjectType(payloadName(field), { description: `What ${field} did.` })
  class Deleted {
    @Field(() => ID, { description: `The ${thing}’s id.` })
    id!: string;
  }

  Arg('id', () => ID, { description: `The ${thing}’s id.` })(prototype, field, 0);
  Ctx()(prototype, field, 1);
  const { description } = resourceOperations[field];
  Mutation(() => Deleted, { description })(prototype, field, descriptor);
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
