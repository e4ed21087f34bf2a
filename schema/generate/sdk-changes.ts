import type { SdkMethodFacts } from './sdk.js';
import { placesIn } from './sdk-places.js';
import type { SdkRequest } from './shape.js';

/** One version of the SDK, as far as requests go. */
export interface SdkVersion {
  readonly methods: readonly Pick<SdkMethodFacts, 'name'>[];
  readonly requests: readonly SdkRequest[];
}

/** What differs between two versions, one line each: `<method> <path>`, with the value where it is one. */
export interface SdkChanges {
  readonly methods: readonly string[];
  readonly models: readonly string[];
  readonly properties: readonly string[];
  readonly values: readonly string[];
}

/** What the second version has and the first does not. With the versions exchanged: what is withdrawn. */
export function addedBetween(before: SdkVersion, after: SdkVersion): SdkChanges {
  const known = linesOf(before);
  const all = linesOf(after);
  const methods = added(known.methods, all.methods);
  const models = added(known.models, all.models);
  const isInNew = (line: string, parents: readonly string[]): boolean =>
    parents.some(
      (parent) => line === parent || line.startsWith(`${parent}.`) || line.startsWith(`${parent} `),
    );
  const properties = added(known.properties, all.properties).filter(
    (line) => !isInNew(line, [...methods, ...models]),
  );
  const values = added(known.values, all.values).filter(
    (line) => !isInNew(line, [...methods, ...models, ...properties]),
  );
  return { methods, models, properties, values };
}

function added(before: ReadonlySet<string>, after: ReadonlySet<string>): string[] {
  return [...after].filter((line) => !before.has(line));
}

type Lines = Readonly<Record<keyof SdkChanges, ReadonlySet<string>>>;

function linesOf({ methods, requests }: SdkVersion): Lines {
  const models = new Set<string>();
  const properties = new Set<string>();
  const values = new Set<string>();
  for (const { method, shape } of requests) {
    for (const [path, texts] of placesIn(shape)) {
      const line = `${method} ${path}`;
      if (/^<[^>]+>$/.test(path)) models.add(line);
      else if (path !== '') properties.add(line);
      for (const text of texts) values.add(`${line} ${text}`);
    }
  }
  return { methods: new Set(methods.map(({ name }) => name)), models, properties, values };
}
