import { useSession } from './use-session.js';

/** Whose things the page keeps in the browser: names of what is stored hold it. */
export function useOwner(): string {
  const { viewer } = useSession();
  return `${viewer.tenant.id}.${viewer.subject}`;
}
