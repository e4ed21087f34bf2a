import type { SdkMethod } from '../generated/facts/sdk-methods.js';

/** Methods of Runway's SDK that no root field calls, each with its reason. Now there is none. */
export const notExposed = {} as const satisfies Partial<Record<SdkMethod, string>>;
