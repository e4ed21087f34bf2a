import { CriticalityLevel, diff, type Change } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

export interface SchemaChange {
  /** Clients of the older schema may stop working. */
  readonly isBreaking: boolean;
  /** As the changelog tells it. */
  readonly text: string;
}

/** A client that sends two members breaks, though graphql-inspector calls it harmless. */
const BECOMES_ONE_OF = 'DIRECTIVE_USAGE_INPUT_OBJECT_ADDED';

/** What a client sees of the way from one SDL to another; descriptions are not of it. */
export async function schemaChanges(
  released: string,
  current: string,
): Promise<readonly SchemaChange[]> {
  const changes = await diff(buildSchema(released), buildSchema(current));
  const seen = changes.filter(({ type }) => !String(type).includes('DESCRIPTION'));
  const isBreaking = ({ type, criticality }: Change): boolean =>
    criticality.level === CriticalityLevel.Breaking || type === BECOMES_ONE_OF;
  const breaks = seen
    .filter(isBreaking)
    .map(({ message }) => ({ isBreaking: true, text: message }));
  const others = seen.filter((change) => !isBreaking(change));
  return [...breaks, ...gathered(others)];
}

/** One line for all that a type has got, because a new model brings dozens of values. */
function gathered(
  changes: readonly { readonly type: string; readonly path?: string; readonly message: string }[],
): readonly SchemaChange[] {
  const added = new Map<string, string[]>();
  const lines: string[] = [];
  for (const { type, path = '', message } of changes) {
    const [owner = '', ...names] = path.split('.');
    if (!type.endsWith('_ADDED') || type.startsWith('DIRECTIVE')) lines.push(message);
    else added.set(owner, [...(added.get(owner) ?? []), names.join('.')]);
  }
  for (const [owner, names] of added) {
    const isNew = names.includes('');
    const members = names.filter((name) => name !== '').map((name) => `\`${name}\``);
    lines.push(isNew ? `\`${owner}\` is new` : `\`${owner}\` has ${members.join(', ')}`);
  }
  return lines.map((text) => ({ isBreaking: false, text }));
}
