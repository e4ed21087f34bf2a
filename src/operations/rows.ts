import type { RunwayTaskKind } from '../domain/task/task.js';
import type { Scope } from '../domain/tenant/scope.js';
import type { SdkMethod } from '../generated/facts/sdk-methods.js';
import { STRING_INPUTS } from '../generated/facts/string-inputs.js';
import type { Operation, Strings, SubmittedOperation } from './operation.js';

/** Points: a spending mutation weighs as much as ten reads. */
export const SPENDING_COST = 100;

/** What a row says beside its root, its scope and its description. */
type Details = Partial<Omit<Operation, 'root' | 'scope' | 'description'>>;

function rowOf<Root extends Operation['root']>(root: Root, cost: number) {
  return (
    scope: Scope | 'viewer',
    description: string,
    details: Details = {},
  ): Operation & { readonly root: Root } => ({
    root,
    sdk: [],
    scope,
    cost,
    spends: false,
    strings: {},
    description,
    ...details,
  });
}

export const query = rowOf('Query', 5);
export const mutation = rowOf('Mutation', 10);
export const subscription = rowOf('Subscription', 10);

/** The texts of a generated input: what the row says wins over what the rule of their names says. */
export function classified(sdk: SdkMethod, strings: Strings): Strings {
  return { ...STRING_INPUTS[sdk], ...strings };
}

/** What is sent to Runway once and followed as a task. */
export function submission<Spends extends boolean, Sdk extends SdkMethod>(
  spends: Spends,
  scope: Scope,
  sdk: Sdk,
  runwayTaskKind: RunwayTaskKind,
  description: string,
  strings: Strings = {},
): SubmittedOperation & { readonly spends: Spends; readonly sdk: readonly [Sdk] } {
  const cost = spends ? SPENDING_COST : 20;
  return {
    root: 'Mutation',
    sdk: [sdk],
    scope,
    cost,
    spends,
    runwayTaskKind,
    makesTasks: true,
    strings: classified(sdk, strings),
    description,
  };
}
