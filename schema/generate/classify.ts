import { resourceKinds } from '../../src/domain/resource/kinds.js';
import type { StringClass } from '../../src/operations/operation.js';

type Kind = keyof typeof resourceKinds;

/**
 * What a text of an input is, by its GraphQL path: `prompt…` and `…Text` are the caller's words,
 * `…Id` of a kind of resource refers to one, everything else is a constant of Runway's. A row of the
 * operations table can say otherwise.
 */
export function classOfText(path: string): StringClass {
  const steps = path.replaceAll('[]', '').split('.');
  const name = steps.at(-1) ?? '';
  if (/^prompt|(^t|T)ext$/.test(name)) return 'text';
  const kind = /^(.+)Ids?$/.exec(name)?.[1];
  return kind !== undefined && isKind(kind) ? { reference: kind } : 'upstreamConstant';
}

function isKind(name: string): name is Kind {
  return Object.hasOwn(resourceKinds, name);
}
