import type { JsonValue } from '../input/json.js';
import { kindRow } from './kind-row.js';

export interface Workflow {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly version: number;
  /** Nodes and edges as Runway draws them; their shape is not documented. */
  readonly graph: {
    readonly nodes: JsonValue;
    readonly edges: JsonValue;
    readonly version: number;
  };
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Drawn in Runway's app: it can be neither made nor deleted here. */
export const workflowKind = kindRow<Workflow>()({
  sdk: { retrieve: 'workflows.retrieve', list: 'workflows.list' },
  scopes: { read: 'workflow:read' },
});
