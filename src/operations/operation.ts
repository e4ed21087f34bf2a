import type { ResourceKind } from '../domain/resource/kinds.js';
import type { Scope } from '../domain/tenant/scope.js';
import type { RunwayTaskKind } from '../domain/task/task.js';
import type { SdkMethod } from '../generated/facts/sdk-methods.js';

/**
 * What a String input is: the caller's own words, a constant of Runway's, or the id of
 * something that has an owner.
 */
export type StringClass = 'text' | 'upstreamConstant' | { readonly reference: ResourceKind };

/** Every String and [String] of an input that is no MediaUri, by its path. */
export type Strings = Readonly<Record<string, StringClass>>;

/** What a root field does with a resource. */
export type ResourceAction = 'create' | 'read' | 'list' | 'follow' | 'update' | 'delete';

/** One root field of the graph. Everything that treats fields differently reads it from here. */
export interface Operation {
  readonly root: 'Query' | 'Mutation' | 'Subscription';
  /** The SDK methods that serve it; empty when it is served from our own store. */
  readonly sdk: readonly SdkMethod[];
  /** What the viewer's credential must carry; `viewer`: any valid credential. */
  readonly scope: Scope | 'viewer';
  /** Points of the document's cost limit (see policy/check-document). */
  readonly cost: number;
  /** Buys something at Runway. At most one such field a document. */
  readonly spends: boolean;
  /**
   * Every String and [String] in its arguments that is no MediaUri, by GraphQL path without the
   * model member.
   */
  readonly strings: Strings;
  /** Of a field that kind-fields.ts makes for a kind of resource. */
  readonly resource?: { readonly kind: ResourceKind; readonly action: ResourceAction };
  /**
   * The argument, a `@oneOf` of inputs of other fields, whose chosen member is the field that gives the
   * scope and the points. At most one such field a document.
   */
  readonly chosenBy?: string;
  /** Tasks have its name as their operation: it submits, or shows that Runway works on a resource. */
  readonly makesTasks?: true;
  /** May be used with a token that is narrowed to tasks: it shows no other task or resource. */
  readonly keepsToTasks?: true;
  /** The field's public description. */
  readonly description: string;
}

/** A mutation that makes something and cannot be repeated: one POST upstream, one task here. */
export interface SubmittedOperation extends Operation {
  readonly root: 'Mutation';
  readonly sdk: readonly [SdkMethod];
  readonly runwayTaskKind: RunwayTaskKind;
}

/** A change of something that exists: repeating it does no harm. */
export interface ChangeOperation extends Operation {
  readonly root: 'Mutation';
  readonly sdk: readonly [SdkMethod];
  readonly spends: false;
}
