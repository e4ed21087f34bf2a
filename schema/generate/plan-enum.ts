import type { PlannerTools } from './planner-tools.js';
import { fieldName, namedValues } from './names.js';
import type { Place } from './place.js';
import type { EnumPlan } from './plan.js';
import type { Property } from './shape.js';

/** The enum of a property's texts; `key` names the place in the report. */
export function planEnum(
  values: readonly string[],
  property: Property,
  { base }: Place,
  key: string,
  { report, descriptions }: PlannerTools,
): EnumPlan {
  const name = fieldName(property.name);
  const { kept, twins, taken } = namedValues(name, values, property.comment);
  for (const { name: shared, value, other } of twins) {
    report.add('twins', key, `${shared} sends \`${value}\`; \`${other}\` is not offered.`);
  }
  for (const { name: shared, value, other } of taken) {
    report.add('names', key, `\`${other}\` is left out: ${shared} is \`${value}\`.`);
  }
  return {
    name: base,
    description: `Values of \`${name}\` in ${base.slice(0, -name.length)}Input.`,
    values: kept.map((value) => ({
      ...value,
      description: descriptions.value(property.name, value.value),
    })),
  };
}
