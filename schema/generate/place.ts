import type { PublishedField } from './published.js';
import type { Variant } from './shape.js';

/** Where a type is planned: its place in the body, its GraphQL name without suffix, its SDK type. */
export interface Place {
  readonly path: string;
  readonly base: string;
  readonly sdkType: string;
  readonly description: string;
  /** The field that is published at this place. */
  readonly published?: PublishedField | undefined;
}

/** `generate.video.create` → `RunwayML['generate']['video']['create']`. */
export function clientMember(method: string): string {
  return `RunwayML${method
    .split('.')
    .map((name) => `['${name}']`)
    .join('')}`;
}

/** The SDK's type of one variant of a union, whose type is `whole`. */
export function variantType(
  whole: string,
  tag: string | null,
  variant: Variant | undefined,
): string {
  if (variant === undefined || variant.shared === true) return whole;
  if (variant.optionalName === true) return `WithKey<${whole}, '${variant.name}'>`;
  const telling = tag === null ? `${variant.name}: unknown` : `${tag}: '${variant.name}'`;
  return `Extract<${whole}, { ${telling} }>`;
}
