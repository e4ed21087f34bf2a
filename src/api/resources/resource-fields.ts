import { Arg, Field, ID, ObjectType, Resolver, type ClassType } from 'type-graphql';
import type { ChangeableKind, DeletableKind, ListableKind } from '../../domain/resource/kinds.js';
import { GatewayError } from '../../errors.js';
import { requestInputs } from '../../generated/graph/request-inputs.js';
import { fieldOfKind } from '../../operations/fields-of-kind.js';
import { typeOfKind } from '../../operations/answer-types.js';
import { operations } from '../../operations/operations.js';
import type { ResourceLists } from '../../services/resources/resource-lists.js';
import type { Resources } from '../../services/resources/resources.js';
import { RunwayRefused } from '../../services/upstream/runway-refused.js';
import { DeletePayload } from '../delete-payload.js';
import { defineField, type ArgumentDecorator } from '../define-field.js';
import { argumentTypeOf, inputIssuesOf, type InputRules } from '../input/checked-input.js';
import { mediaKindsOf } from '../../scalars/rules/kinds-of-fields.js';
import { originalInput } from '../input/original-input.js';
import { After, First } from '../pagination/page-arguments.js';
import { refusalError } from '../errors/refusal-error.js';
import { resourceCursors } from './resource-cursor.js';
import type { ResourceLoaders } from './resource-loaders.js';
import type { KindGraph } from './kind-graph.js';
import { kindGraphs, payloadNameOf } from './kinds-in-graph.js';
import { countedConnectionOf, toLazyConnection } from '../pagination/connection.js';

/** What tenants keep at Runway: reads, lists, changes and deletions, added below by kind. */
@Resolver()
export class ResourceResolver {
  constructor(
    readonly resources: Resources,
    readonly lists: ResourceLists,
    readonly loaders: ResourceLoaders,
    readonly rules: InputRules,
  ) {}
}

function addGet(graph: KindGraph): void {
  const { kind, thing, Type } = graph;
  const name = fieldOfKind(kind, 'read');
  if (name === undefined) return;
  defineField<ResourceResolver, { readonly id: string }>(ResourceResolver, {
    name,
    row: operations[name],
    type: () => Type,
    args: { id: idOf(thing) },
    resolve: async ({ loaders }, { id }, context) => {
      const held = await loaders.load(context, kind, id);
      if (held === undefined) throw new GatewayError('NOT_FOUND');
      return graph.toType(held);
    },
  });
}

function idOf(thing: string): ArgumentDecorator {
  return Arg('id', () => ID, { description: `The ${thing}’s id.` });
}

interface ListArguments {
  readonly first: number;
  readonly after: string | null | undefined;
  readonly filter?: object | null;
}

function addList(graph: KindGraph): void {
  const { kind, list, Type } = graph;
  const name = fieldOfKind(kind, 'list');
  if (name === undefined || list === undefined) return;
  const { entries, filter } = list;
  const Connection = countedConnectionOf(Type, { name: typeOfKind(kind), entries });
  defineField<ResourceResolver, ListArguments>(ResourceResolver, {
    name,
    row: operations[name],
    type: () => Connection,
    args: { first: First(), after: After(), ...(filter && { filter: filter.argument }) },
    resolve: async ({ lists, loaders }, args, context) => {
      const { first, after, filter: given } = args;
      const page = await lists.list(
        context.viewer,
        kind as ListableKind,
        given && filter ? filter.toFilter(given) : {},
        { first, after: resourceCursors.after(after) },
      );
      const places = page.entries.map(({ cursor, id }) => ({
        cursor: resourceCursors.write(cursor),
        id,
      }));
      const read = async () => {
        const held = await Promise.all(places.map(({ id }) => loaders.load(context, kind, id)));
        return places.flatMap(({ cursor }, index) => {
          const one = held[index];
          return one === undefined ? [] : [{ cursor, node: graph.toType(one) }];
        });
      };
      const { endCursor, hasNextPage, totalCount } = page;
      return toLazyConnection(read, {
        startCursor: places.at(0)?.cursor ?? null,
        endCursor: endCursor === null ? null : resourceCursors.write(endCursor),
        hasNextPage,
        totalCount,
      });
    },
  });
}

interface ChangeArguments {
  readonly id: string;
  readonly input: object;
}

function addChange(graph: KindGraph): void {
  const { kind, thing } = graph;
  const name = fieldOfKind(kind, 'update');
  if (name === undefined) return;
  const Payload = changePayloadOf(name, graph);
  defineField<ResourceResolver, ChangeArguments>(ResourceResolver, {
    name,
    row: operations[name],
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
      const inputType = argumentTypeOf('input', info);
      const { body } = requestInputs[name].toRequest(input);
      const wanted = {
        operation: name,
        input: originalInput(inputType, input),
        body,
        mediaKinds: mediaKindsOf(input),
      };
      try {
        const held = await resources.change(viewer, kind as ChangeableKind, id, wanted);
        return { [kind]: graph.toType(held) };
      } catch (error) {
        if (error instanceof RunwayRefused) throw refusalError(error, inputType, input);
        throw error;
      }
    },
  });
}

function changePayloadOf(field: string, { kind, thing, Type }: KindGraph): ClassType {
  @ObjectType(payloadNameOf(field), { description: `Payload of ${field}.` })
  class ChangePayload {}
  Field(() => Type, { description: `The ${thing} as it is now.` })(ChangePayload.prototype, kind);
  return ChangePayload;
}

function addDelete({ kind, thing }: KindGraph): void {
  const name = fieldOfKind(kind, 'delete');
  if (name === undefined) return;
  defineField<ResourceResolver, { readonly id: string }>(ResourceResolver, {
    name,
    row: operations[name],
    type: () => DeletePayload,
    args: { id: idOf(thing) },
    resolve: async ({ resources }, { id }, { viewer }) => {
      await resources.delete(viewer, kind as DeletableKind, id);
      return { id };
    },
  });
}

for (const graph of kindGraphs) {
  addGet(graph);
  addList(graph);
  addChange(graph);
  addDelete(graph);
}
