import { useQuery } from 'urql';
import { StudioNamesDocument } from '../generated/graphql.js';

/** Something that has a name here and an id at the gateway. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Fields that name an object of the tenant: the list that has it. */
const LISTS = {
  voiceId: 'voices',
  avatarId: 'avatars',
  documentIds: 'documents',
  configId: 'routers',
  workflowId: 'workflows',
  id: 'voices',
} as const;

/** What may be given at this place of a form, where it names an object of the tenant. */
export function useNames(path: string): readonly Named[] {
  const name = path.split('.').findLast((step) => !/^\d+$/.test(step)) ?? '';
  const list = Object.hasOwn(LISTS, name) ? LISTS[name as keyof typeof LISTS] : undefined;
  const [{ data }] = useQuery({ query: StudioNamesDocument, pause: list === undefined });
  if (data === undefined || list === undefined) return [];
  if (list === 'routers') {
    return (data.routers?.nodes ?? []).map(({ slug, name: own }) => ({ id: slug, name: own }));
  }
  return data[list]?.nodes ?? [];
}
