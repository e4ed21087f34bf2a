import { useCallback, useMemo } from 'react';
import { navigate, usePlace } from '../app/router.js';
import { readFilters, writeFilters, type TaskFilters } from './task-filters.js';

/** The filters of the address, and a way to change them there. */
export function useFilters(): readonly [TaskFilters, (filters: TaskFilters) => void] {
  const { path, query } = usePlace();
  const search = query.toString();
  const filters = useMemo(() => readFilters(search), [search]);
  const change = useCallback(
    (next: TaskFilters) => {
      navigate(path + writeFilters(next), { replace: true });
    },
    [path],
  );
  return [filters, change];
}
