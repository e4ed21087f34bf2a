import type { SdkMethod } from '../generated/facts/sdk-methods.js';
import type { Operation } from './operation.js';

/** The row that the generator proposes for a method. */
type ProposedRow = Pick<Operation, 'root' | 'scope' | 'cost' | 'spends'> & {
  readonly field: string;
};

/**
 * Methods of Runway's SDK that wait for a reader. `npm run generate -- --write` adds rows. Move a row to
 * the table of its capability to expose it, or to not-exposed.ts with a reason.
 */
export const notYetExposed = {} as const satisfies Partial<Record<SdkMethod, ProposedRow>>;
