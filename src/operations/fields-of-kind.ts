import type { ResourceKind } from '../domain/resource/kinds.js';
import type { Operation, ResourceAction } from './operation.js';
import { kindOperations } from './operations-by-kind.js';

type Fields = typeof kindOperations;

/** Root fields that do this with a resource. */
export type FieldDoing<Action extends ResourceAction> = {
  [Field in keyof Fields]: Fields[Field] extends {
    readonly resource: { readonly action: Action };
  }
    ? Field
    : never;
}[keyof Fields];

/** The root field that does this with a kind; undefined where there is none. */
export function fieldOfKind<Action extends ResourceAction>(
  kind: ResourceKind,
  action: Action,
): FieldDoing<Action> | undefined {
  const found = Object.entries<Operation>(kindOperations).find(
    ([, { resource }]) => resource?.kind === kind && resource.action === action,
  );
  return found?.[0] as FieldDoing<Action> | undefined;
}
