import { cursorsOf, textPart } from '../pagination/page-cursor.js';

export const tenantIdPart = textPart(/^[a-z][a-z0-9-]{0,31}$/);

/** Places in the list of tenants. */
export const tenantCursors = cursorsOf<{ id: string }>('tenant', { id: tenantIdPart });
