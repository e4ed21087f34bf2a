import { navigate } from '../app/router.js';
import { useOwner } from '../session/use-owner.js';
import { storeDraft } from './drafts.js';
import type { Prefill } from './prefill.js';

/** Opens Make with a filled form. */
export function useOpenInMake(): (prefill: Prefill) => void {
  const owner = useOwner();
  return ({ operation, value, label, mediaLeftOut }) => {
    storeDraft(owner, operation, { value, label: label ?? '', mediaLeftOut });
    // The number tells the form that it has been filled anew.
    navigate(`/?make=${operation}&filled=${String(Date.now())}`);
  };
}
