/** The members of a union that have a property of this name, whether or not it may be left out. */
export type WithKey<Whole, Key extends PropertyKey> = Whole extends unknown
  ? Key extends keyof Whole
    ? Whole
    : never
  : never;
