import { METRIC_LABELS, type MetricLabel } from '../../domain/telemetry/metric-labels.js';
import { ERRORS } from '../../error-registry.js';
import { SDK_METHODS } from '../../generated/facts/sdk-methods.js';
import { operations } from '../../operations/operations.js';

/** A value that is in no set. */
export const OTHER = 'other';

/** Values that an open label may have beside `other`. */
export const OPEN_VALUES_MAX = 100;

/** The sets that METRIC_LABELS leaves to a registry of the gateway. */
export const REGISTRY_VALUES: Readonly<Partial<Record<MetricLabel, readonly string[]>>> = {
  operation: [...Object.keys(operations), 'several', 'introspection', 'none'],
  code: [...Object.keys(ERRORS), 'none'],
  method: Object.keys(SDK_METHODS),
};

/** The closed set of a label; undefined where it is open. */
export function closedSetOf(label: MetricLabel): readonly string[] | undefined {
  const { values } = METRIC_LABELS[label];
  if (values === 'OPEN') return undefined;
  if (values !== 'REGISTRY') return values;
  const registered = REGISTRY_VALUES[label];
  if (registered === undefined) throw new Error(`The label ${label} has no registry.`);
  return registered;
}

const CLOSED = new Map(
  (Object.keys(METRIC_LABELS) as MetricLabel[]).map((label) => {
    const values = closedSetOf(label);
    return [label, values && new Set(values)] as const;
  }),
);

/** Keeps the values of labels in their sets. An open label takes the first values that come. */
export class LabelValues {
  readonly #open = new Map<MetricLabel, Set<string>>();

  /** The value itself, or `other`. */
  admitted(label: MetricLabel, value: string): string {
    const closed = CLOSED.get(label);
    if (closed !== undefined) return closed.has(value) ? value : OTHER;
    const open = this.#open.get(label) ?? new Set<string>();
    this.#open.set(label, open);
    if (open.size < OPEN_VALUES_MAX) open.add(value);
    return open.has(value) ? value : OTHER;
  }
}
