import type { ReactNode } from 'react';
import type { TaskOperation, TaskStatus } from '../../../client/src/documents.js';
import { Button } from '../design/button.js';
import { Icon } from '../design/icon.js';
import { enumNameOf, KINDS, titleOf } from '../make/kinds.js';
import { FilterMenu, type Option } from './filter-menu.js';
import { isFiltered, NO_FILTERS, STATUSES, toggled, type TaskFilters } from './task-filters.js';
import { statusWords } from '../tasks/status-badge.js';
import type { FilterChoices } from './use-filter-choices.js';

const STATUS_OPTIONS: readonly Option[] = STATUSES.map((value) => ({
  value,
  text: statusWords(value),
}));

const OPERATION_OPTIONS: readonly Option[] = KINDS.flatMap(({ ways }) =>
  ways.map(({ operation }) => enumNameOf(operation)),
).map((value) => ({ value, text: titleOf(value) }));

/** What is chosen stays in the list, also where the gateway does not name it. */
function optionsOf(known: readonly string[], chosen: readonly string[]): readonly Option[] {
  return [...new Set([...chosen, ...known])].map((value) => ({ value, text: value }));
}

/** The filters of the task lists. */
export function FilterBar({
  filters,
  choices,
  onChange,
}: {
  readonly filters: TaskFilters;
  readonly choices: FilterChoices;
  readonly onChange: (filters: TaskFilters) => void;
}): ReactNode {
  const { statuses, operations, models, labels } = filters;
  return (
    <div className="filters" role="search" aria-label="Filter tasks">
      <FilterMenu
        label="Status"
        options={STATUS_OPTIONS}
        chosen={statuses}
        onToggle={(value) => {
          onChange({ ...filters, statuses: toggled(statuses, value as TaskStatus) });
        }}
      />
      <FilterMenu
        label="Kind"
        options={OPERATION_OPTIONS}
        chosen={operations}
        onToggle={(value) => {
          onChange({ ...filters, operations: toggled(operations, value as TaskOperation) });
        }}
      />
      <FilterMenu
        label="Model"
        options={optionsOf(choices.models, models)}
        chosen={models}
        onToggle={(value) => {
          onChange({ ...filters, models: toggled(models, value) });
        }}
      />
      <FilterMenu
        label="Label"
        options={optionsOf(choices.labels, labels)}
        chosen={labels}
        onToggle={(value) => {
          onChange({ ...filters, labels: toggled(labels, value) });
        }}
      />
      <DayField
        label="From"
        value={filters.from}
        onChange={(from) => {
          onChange({ ...filters, from });
        }}
      />
      <DayField
        label="To"
        value={filters.to}
        onChange={(to) => {
          onChange({ ...filters, to });
        }}
      />
      {isFiltered(filters) && (
        <Button
          look="quiet"
          onClick={() => {
            onChange(NO_FILTERS);
          }}
        >
          <Icon name="close" size={16} />
          Clear filters
        </Button>
      )}
    </div>
  );
}

function DayField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
}): ReactNode {
  return (
    <label className={value === null ? 'filter-day' : 'filter-day filter-button-on'}>
      <span>{label}</span>
      <input
        type="date"
        value={value ?? ''}
        onChange={({ target }) => {
          onChange(target.value === '' ? null : target.value);
        }}
      />
    </label>
  );
}
