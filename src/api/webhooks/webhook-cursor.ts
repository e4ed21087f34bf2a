import type { CreatedPlace } from '../../ports/webhooks/created-page.js';
import { cursorsOf, timePart, uuidPart } from '../pagination/page-cursor.js';

/** Places in a list of webhooks. */
export const webhookCursors = cursorsOf<CreatedPlace>('webhook', {
  createdAt: timePart,
  id: uuidPart,
});

/** Places in a list of deliveries. */
export const deliveryCursors = cursorsOf<CreatedPlace>('webhookDelivery', {
  createdAt: timePart,
  id: uuidPart,
});
