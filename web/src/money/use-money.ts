import { useMemo } from 'react';
import { useQuery } from 'urql';
import { gatewayErrorOf } from '../../../client/src/urql.js';
import {
  StudioKeyNamesDocument,
  StudioMoneyDocument,
  StudioOperatorCreditsDocument,
  StudioOwnCreditsDocument,
  type StudioMoneyQuery,
} from '../generated/graphql.js';
import { useSession } from '../session/use-session.js';
import { lastDays, type Period } from './spending.js';

export interface Money {
  readonly period: Period;
  readonly data: StudioMoneyQuery | undefined;
  readonly error: string | undefined;
  readonly retry: () => void;
}

/** Budgets, and what the tasks of the last so many days cost. */
export function useMoney(days: number): Money {
  const period = useMemo(() => lastDays(days, new Date()), [days]);
  const variables = useMemo(
    () => ({
      byDay: { ...period, by: ['DAY' as const] },
      byModel: { ...period, by: ['MODEL' as const] },
      byKey: { ...period, by: ['KEY' as const] },
    }),
    [period],
  );
  const [{ data, error }, read] = useQuery({
    query: StudioMoneyDocument,
    variables,
    requestPolicy: 'cache-and-network',
  });
  return {
    period,
    data,
    error: error && (gatewayErrorOf(error)?.message ?? error.message),
    retry: () => {
      read({ requestPolicy: 'network-only' });
    },
  };
}

/** Credits of the Runway account; undefined where the viewer may not know them. */
export function useAccountCredits(): number | undefined {
  const { has } = useSession();
  const requestPolicy = 'cache-and-network';
  const [own] = useQuery({
    query: StudioOwnCreditsDocument,
    pause: !has('ACCOUNT_READ'),
    requestPolicy,
  });
  const [operator] = useQuery({
    query: StudioOperatorCreditsDocument,
    pause: !has('OPERATOR'),
    requestPolicy,
  });
  return (
    own.data?.runwayAccount?.organization?.creditBalance ??
    operator.data?.organization?.creditBalance
  );
}

/** The name of a holder: that of its key where the viewer may know it. */
export function useHolderNames(): (subject: string) => string {
  const { has } = useSession();
  const [{ data }] = useQuery({ query: StudioKeyNamesDocument, pause: !has('KEY_READ') });
  return useMemo(() => {
    const nodes = data?.apiKeys?.nodes ?? [];
    const names = new Map(nodes.map(({ id, name }) => [`key:${id}`, name]));
    return (subject) => names.get(subject) ?? subject;
  }, [data]);
}
