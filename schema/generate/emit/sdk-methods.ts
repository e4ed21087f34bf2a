import type { GeneratedFiles, GeneratorContext } from '../step.js';
import { HEADER } from '../step.js';

/** src/generated/facts/sdk-methods.ts: every method of the SDK with verb and path. */
export function emitSdkMethods({ methods }: GeneratorContext): GeneratedFiles {
  const rows = methods.map(
    ({ name, verb, path }) => `  '${name}': { verb: '${verb}', path: '${path}' },\n`,
  );
  const text = `${HEADER}
/** Every method of the installed Runway SDK, and the call it makes. */
export const SDK_METHODS = {
${rows.join('')}} as const;

export type SdkMethod = keyof typeof SDK_METHODS;
`;
  return new Map([['src/generated/facts/sdk-methods.ts', text]]);
}
