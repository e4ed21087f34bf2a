import type { JsonObject } from '../../../domain/input/json.js';
import type { Json } from '../connection/column-types.js';

export interface TaskEventsTable {
  tenant_id: string;
  number: number;
  task_id: string;
  at: Date;
  /** Its state is that of the task's row. */
  snapshot: Json<JsonObject>;
}
