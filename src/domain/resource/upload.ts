import { kindRow } from './kind-row.js';

/** An upload is only its `runway://` uri: nothing can be read of it, and it ends by itself. */
export const uploadKind = kindRow<object>()({ sdk: {} });
