/** The store, with some of its methods replaced by the test's own. */
export function withMethods<Store extends object>(store: Store, own: Partial<Store>): Store {
  return new Proxy(store, {
    get: (target, name) => {
      const replaced: unknown = Reflect.get(own, name);
      if (replaced !== undefined) return replaced;
      const member: unknown = Reflect.get(target, name, target);
      // Bound, because its class has private members, which a proxy has not.
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
}
