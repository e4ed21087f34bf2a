import { kindRow } from './kind-row.js';

/**
 * An upload has only its `runway://` uri: Runway shows nothing else of it, and it expires by
 * itself.
 */
export const uploadKind = kindRow<object>()({ sdk: {} });
