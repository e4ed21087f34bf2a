export type ResolverClass<Self> = new (...args: never[]) => Self;

/** Puts a method under its field's name, where type-graphql finds it. */
export function addMethod<Self extends object>(
  Resolver: ResolverClass<Self>,
  name: string,
  value: (this: Self, ...given: never[]) => Promise<unknown>,
): { readonly prototype: object; readonly descriptor: PropertyDescriptor } {
  const descriptor = { value, writable: true, configurable: true };
  const prototype = Resolver.prototype as object;
  Object.defineProperty(prototype, name, descriptor);
  return { prototype, descriptor };
}
