import type { JsonObject } from '../domain/input/json.js';

/** One field's input class, and what makes Runway's request of it. */
export interface RequestInput {
  readonly Input: new () => object;
  /** `input` must be an instance of `Input`, coerced and validated. Throws a TypeError when it is not. */
  toRequest(input: object): { readonly pathIds: readonly string[]; readonly body: JsonObject };
}

/** Ties a class to its mapping, so that callers may go over all fields alike. */
export function requestInput<Input extends object>(
  Input: new () => Input,
  toRequest: (input: Input) => { readonly pathIds: readonly string[]; readonly body: object },
): RequestInput {
  return {
    Input,
    toRequest(input) {
      if (!(input instanceof Input)) throw new TypeError(`Not a ${Input.name}`);
      const { pathIds, body } = toRequest(input);
      // The SDK's parameter types are JSON, but interfaces have no index signature to say so.
      return { pathIds, body: body as JsonObject };
    },
  };
}

/** For the end of a mapping over a `@oneOf` input: GraphQL has seen to it that a member is set. */
export class NoMemberSet extends Error {
  constructor(type: string) {
    super(`${type} has no member set`);
    this.name = 'NoMemberSet';
  }
}

/** The first value that is given, of the fields that one required property is spread over. */
export function firstGiven<Value>(...values: readonly (Value | undefined)[]): Value {
  const value = values.find((each) => each !== undefined);
  if (value === undefined) throw new NoMemberSet('A required property');
  return value;
}
