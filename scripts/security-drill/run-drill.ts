import { setTimeout as delay } from 'node:timers/promises';
import type { AlertRuleId } from '../../src/domain/alerts/alert-rules.js';
import { ATTACKS, type Attack } from './attacks.js';
import { DrillStage, type DrillTarget, type SeenAlert } from './drill-stage.js';

/** 60 s. An alert that comes later counts as missing. */
export const ARRIVES_WITHIN_MS = 60_000;

/** 1 s between two looks at the alerts that went on. */
const LOOK_MS = 1_000;

export type DrillOutcome =
  | { readonly kind: 'arrived'; readonly seconds: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'not tried'; readonly reason: string };

export interface DrillRow {
  readonly rule: AlertRuleId;
  readonly outcome: DrillOutcome;
}

interface Seen {
  readonly alert: SeenAlert;
  readonly atMs: number;
}

const NOT_TRIED: Readonly<Record<NonNullable<Attack['needs']>, string>> = {
  emulator: 'it needs a Runway that costs nothing; run the drill without --url',
  secondAddress: 'it needs a second network; name one with --second-address',
};

/** Makes the rules fire, one after the other, and waits for the alerts. */
export async function runDrill(
  target: DrillTarget,
  {
    only,
    withinMs = ARRIVES_WITHIN_MS,
    onRow = () => undefined,
  }: {
    readonly only?: readonly AlertRuleId[];
    readonly withinMs?: number;
    readonly onRow?: (row: DrillRow) => void;
  } = {},
): Promise<readonly DrillRow[]> {
  const stage = new DrillStage(target);
  const seen: Seen[] = [];
  const listening = listen(stage, seen);
  try {
    await stage.makeTenant();
    const waits: Promise<DrillRow>[] = [];
    for (const rule of rulesOf(only)) {
      const startedAt = new Date();
      const attempt = await attack(stage, rule);
      const wait = (
        typeof attempt === 'function'
          ? arrival(stage, seen, { rule, isMeant: attempt, startedAt, withinMs })
          : Promise.resolve(attempt)
      ).then((outcome) => {
        const row = { rule, outcome };
        onRow(row);
        return row;
      });
      waits.push(wait);
    }
    const rows = await Promise.all(waits);
    await stage.removeTenant();
    return rows;
  } finally {
    await stage.close();
    await listening;
  }
}

function rulesOf(only: readonly AlertRuleId[] | undefined): readonly AlertRuleId[] {
  const rules = Object.keys(ATTACKS) as AlertRuleId[];
  return only === undefined ? rules : rules.filter((rule) => only.includes(rule));
}

/** Until the stage closes. */
async function listen(stage: DrillStage, seen: Seen[]): Promise<void> {
  try {
    for await (const alert of stage.alerts()) seen.push({ alert, atMs: performance.now() });
  } catch (error) {
    // Each rule is then missing, unless the list has it.
    console.error('The stream of alerts ended:', error instanceof Error ? error.message : error);
  }
}

/** Which alert is meant, or why there is none. */
async function attack(
  stage: DrillStage,
  rule: AlertRuleId,
): Promise<((alert: SeenAlert) => boolean) | DrillOutcome> {
  const { needs, run } = ATTACKS[rule];
  const has = { emulator: stage.emulator !== undefined, secondAddress: stage.hasSecondAddress };
  if (needs !== undefined && !has[needs]) return { kind: 'not tried', reason: NOT_TRIED[needs] };
  try {
    return await run(stage);
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** By the stream; or by the list, where the pattern went on that an earlier alert tells of. */
async function arrival(
  stage: DrillStage,
  seen: readonly Seen[],
  {
    rule,
    isMeant,
    startedAt,
    withinMs,
  }: {
    readonly rule: AlertRuleId;
    readonly isMeant: (alert: SeenAlert) => boolean;
    readonly startedAt: Date;
    readonly withinMs: number;
  },
): Promise<DrillOutcome> {
  const sinceMs = performance.now();
  const fits = (alert: SeenAlert): boolean => alert.rule === rule && isMeant(alert);
  for (;;) {
    const streamed = seen.find(({ alert }) => fits(alert));
    if (streamed !== undefined) {
      // It may have come while the attack was still going on.
      return { kind: 'arrived', seconds: Math.max(0, streamed.atMs - sinceMs) / 1_000 };
    }
    if (performance.now() - sinceMs >= withinMs) return { kind: 'missing' };
    await delay(LOOK_MS);
    const listed = await stage.listAlerts(rule);
    const goesOn = ({ lastSeenAt }: SeenAlert): boolean => new Date(lastSeenAt) >= startedAt;
    if (listed.some((alert) => fits(alert) && goesOn(alert))) {
      const isStreamed = seen.some(({ alert }) => fits(alert));
      if (!isStreamed) await delay(LOOK_MS);
      if (!seen.some(({ alert }) => fits(alert))) {
        return { kind: 'arrived', seconds: (performance.now() - sinceMs) / 1_000 };
      }
    }
  }
}
