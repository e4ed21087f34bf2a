import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';
import type { TaskExtent } from '../../ports/tasks/task-store.js';

/** Fields of a heading, and of what stands around tasks in a list of them. */
const HEADING: ReadonlySet<string> = new Set([
  ...['id', 'operation', 'model', 'label', 'status', 'createdAt', '__typename'],
  ...['edges', 'node', 'cursor', 'nodes', 'pageInfo'],
  ...['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor'],
]);

/** Fields beyond it that a course has, and their own fields. */
const COURSE: ReadonlySet<string> = new Set([
  ...['progress', 'settledAt', 'cancelRequestedAt', 'cost', 'runwayTaskId'],
  ...['waitingFor', 'reason', 'until'],
  ...['estimate', 'credits', 'isGuaranteed', 'source'],
]);

/** By the field in its document, which lives as long as the document does. */
const known = new WeakMap<FieldNode, TaskExtent>();

/**
 * How much of its tasks the document asks of this field. By names alone: one that is unknown here
 * wants the whole task.
 */
export function extentOf({ fieldNodes, fragments }: GraphQLResolveInfo): TaskExtent {
  const [node, ...others] = fieldNodes;
  if (node === undefined || others.length > 0) return 'whole';
  const remembered = known.get(node);
  if (remembered !== undefined) return remembered;
  const names = new Set<string>();
  collectNames(node.selectionSet, fragments, names);
  const extent = extentOfNames([...names]);
  known.set(node, extent);
  return extent;
}

function extentOfNames(names: readonly string[]): TaskExtent {
  const beyond = names.filter((name) => !HEADING.has(name));
  if (beyond.length === 0) return 'heading';
  return beyond.every((name) => COURSE.has(name)) ? 'course' : 'whole';
}

/** Of all fields, however deep; each fragment once. */
function collectNames(
  set: SelectionSetNode | undefined,
  fragments: GraphQLResolveInfo['fragments'],
  names: Set<string>,
  seen = new Set<string>(),
): void {
  for (const selection of set?.selections ?? []) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const { value } = selection.name;
      if (seen.has(value)) continue;
      seen.add(value);
      collectNames(fragments[value]?.selectionSet, fragments, names, seen);
    } else {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      collectNames(selection.selectionSet, fragments, names, seen);
    }
  }
}
