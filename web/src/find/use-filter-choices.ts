import { useMemo } from 'react';
import { useQuery } from 'urql';
import { lastDays } from '../money/spending.js';
import { StudioLabelsDocument, StudioModelNamesDocument } from '../generated/graphql.js';

/** What can be chosen in the filters beside what the studio knows itself. */
export interface FilterChoices {
  readonly models: readonly string[];
  readonly labels: readonly string[];
}

/** Days whose labels are offered: as many as `usage` takes. */
const DAYS = 90;

/** All models, and the labels of the last 90 days; none of them while they are being read. */
export function useFilterChoices(): FilterChoices {
  const input = useMemo(() => ({ ...lastDays(DAYS, new Date()), by: ['LABEL' as const] }), []);
  const [models] = useQuery({ query: StudioModelNamesDocument });
  const [labels] = useQuery({ query: StudioLabelsDocument, variables: { input } });
  return useMemo(
    () => ({
      models: sorted(models.data?.models?.map(({ model }) => model)),
      labels: sorted(labels.data?.usage?.rows.map(({ label }) => label)),
    }),
    [models.data, labels.data],
  );
}

function sorted(names: readonly (string | null)[] = []): readonly string[] {
  const given = names.filter((name) => name !== null);
  return [...new Set(given)].sort((one, other) => one.localeCompare(other));
}
