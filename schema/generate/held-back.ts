/**
 * Answer values that no rule shows, by the last name of their path. A person decides about them,
 * because showing one of them may show what is another tenant's, or open a door.
 */
const HELD_BACK: readonly (readonly [name: RegExp, reason: string])[] = [
  [/(^i|I)ds?$/, 'it may be the id of something of another tenant'],
  [/(key|token|secret|password|credential|signature)s?$/i, 'it may be a credential'],
  [/(ur[il]|href|link)s?$/i, 'an address may let its holder in'],
  [/(error|failure|message|reason|warning)s?$/i, 'it may be Runway’s own words about a request'],
  [/(email|username)s?$/i, 'it may name a person'],
];

/** Why no rule shows a value; undefined where one may. */
export function reasonToHoldBack(path: string): string | undefined {
  const names = path.split(/[.[\]{}]+/).filter((name) => name !== '');
  const found = HELD_BACK.find(([pattern]) => names.some((name) => pattern.test(name)));
  return found?.[1];
}
