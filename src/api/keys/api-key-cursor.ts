import type { ReviewPlace } from '../../ports/keys/access-review-store.js';
import type { KeyPlace } from '../../ports/keys/key-store.js';
import { cursorsOf, textPart, timePart } from '../pagination/page-cursor.js';
import { tenantIdPart } from '../tenants/tenant-cursor.js';

const keyIdPart = textPart(/^[a-z0-9]{4,32}$/);

/** Places in a list of API keys. */
export const apiKeyCursors = cursorsOf<KeyPlace>('apiKey', { createdAt: timePart, id: keyIdPart });

/** Places in a list of reviewed keys. */
export const reviewCursors = cursorsOf<ReviewPlace>('review', {
  tenantId: tenantIdPart,
  id: keyIdPart,
});
