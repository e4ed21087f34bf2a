import type { StringClass } from './operation.js';

const PLAIN_TYPES = ['string', 'integer', 'number', 'boolean', 'array'] as const;

/** The texts of the parameters at a path: of each type a name and a description. */
function parameterTexts(path: string, types: readonly string[]): string[] {
  return [
    ...types.flatMap((type) => [`${path}.${type}.name`, `${path}.${type}.description`]),
    `${path}.string.enum[]`,
  ];
}

const paths = ['tools[].clientEvent', 'tools[].backendRpc'].flatMap((tool) => {
  const parameters = `${tool}.parameters[]`;
  return [
    `${tool}.name`,
    `${tool}.description`,
    ...parameterTexts(parameters, [...PLAIN_TYPES, 'object']),
    ...parameterTexts(`${parameters}.object.properties[]`, PLAIN_TYPES),
  ];
});

/** Every String of a realtime session's tools: the caller's own words throughout. */
export const toolTexts: Readonly<Record<string, StringClass>> = Object.fromEntries(
  paths.map((path) => [path, 'text'] as const),
);
