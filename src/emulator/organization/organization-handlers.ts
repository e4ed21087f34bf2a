import { invalid, ok, type Handlers } from '../server/handler.js';
import { DAY_MS, dayOf, daysFrom } from './days.js';
import { MODELS } from '../tasks/price-list.js';
import { concurrencyOf, dailyCapOf } from '../control/emulator-settings.js';
import { validateBody } from '../server/validation.js';
import type { World } from '../world.js';

/** Source: the SDK's comments on organization.retrieveUsage. */
const USAGE_DAYS_DEFAULT = 30;
const USAGE_DAYS_MAX = 90;
/** Credits; Runway's third tier. */
const MONTHLY_SPEND_MAX = 200_000;

export function organizationHandlers({ clock, credits, runs, sessions, settings }: World) {
  return {
    'organization.retrieve': () => {
      // A call that has ended meanwhile is paid now.
      sessions.catchUp();
      return ok({
        creditBalance: settings.credits,
        tier: {
          maxMonthlyCreditSpend: MONTHLY_SPEND_MAX,
          models: byModel((model) => ({
            maxConcurrentGenerations: concurrencyOf(settings, model),
            maxDailyGenerations: dailyCapOf(settings, model),
          })),
        },
        usage: {
          models: byModel((model) => ({ dailyGenerations: runs.acceptedInLastDay(model) })),
        },
      });
    },
    'organization.retrieveUsage': ({ method, body = {} }) => {
      validateBody(method, body);
      sessions.catchUp();
      const days = daysOf(body, clock.now());
      const results = days.map((date) => ({
        date,
        usedCredits: [...credits.spentOn(date)]
          .filter(([model]) => MODELS.includes(model))
          .map(([model, amount]) => ({ model, amount })),
      }));
      const models = new Set(results.flatMap((day) => day.usedCredits.map((used) => used.model)));
      return ok({ models: [...models], results });
    },
  } satisfies Handlers;
}

function byModel<Value>(value: (model: string) => Value): Record<string, Value> {
  return Object.fromEntries(MODELS.map((model) => [model, value(model)]));
}

/** The UTC days (YYYY-MM-DD) from the start to the day before the end. */
function daysOf(asked: { startDate?: string; beforeDate?: string }, now: Date): string[] {
  const startMs = asked.startDate
    ? Date.parse(asked.startDate)
    : Date.parse(dayOf(now.getTime())) - USAGE_DAYS_DEFAULT * DAY_MS;
  const beforeMs = asked.beforeDate
    ? Date.parse(asked.beforeDate)
    : startMs + USAGE_DAYS_DEFAULT * DAY_MS;
  const count = (beforeMs - startMs) / DAY_MS;
  if (count < 0 || count > USAGE_DAYS_MAX) {
    const message = `At most ${String(USAGE_DAYS_MAX)} days, from the start on`;
    throw invalid([{ code: 'custom', path: ['beforeDate'], message }]);
  }
  return daysFrom(startMs, count);
}
