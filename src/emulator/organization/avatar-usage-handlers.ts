import { invalid, ok, type Handlers } from '../server/handler.js';
import { conversationsOf } from '../resources/avatar-conversation-handlers.js';
import { DAY_MS, dayOf, daysFrom } from './days.js';
import { measuredSeconds } from '../resources/sessions.js';
import { readQuery } from '../server/validation.js';
import type { World } from '../world.js';

/** Source: the SDK's comments on avatars.getUsage. */
const DAYS_MAX = 90;

export function avatarUsageHandlers(world: World) {
  return {
    'avatars.getUsage': ({ method, query }) => {
      const { startDate, endDate } = readQuery(method, query) as Record<
        'startDate' | 'endDate',
        string
      >;
      const [startMs, endMs] = [Date.parse(startDate), Date.parse(endDate)];
      if (endMs <= startMs || endMs - startMs > DAYS_MAX * DAY_MS) {
        const message = `At most ${String(DAYS_MAX)} days, from the start on`;
        throw invalid([{ code: 'custom', path: ['endDate'], message }], 'query');
      }
      const now = world.clock.now();
      const held = conversationsOf(world)
        .filter(({ createdAtMs }) => createdAtMs >= startMs && createdAtMs < endMs)
        .map(({ createdAtMs, state }) => ({
          date: dayOf(createdAtMs),
          // Only a call that is over has a duration that was measured.
          seconds: 'endedAtMs' in state ? measuredSeconds(state, now) : undefined,
        }));
      const measured = held.flatMap(({ seconds }) => (seconds === undefined ? [] : [seconds]));
      return ok({
        totalSeconds: sum(measured),
        totalSessions: held.length,
        avgDurationSeconds: measured.length === 0 ? 0 : Math.round(sum(measured) / measured.length),
        byDay: daysBetween(startMs, endMs).map((date) => {
          const ofDay = held.filter((one) => one.date === date);
          return {
            date,
            sessions: ofDay.length,
            seconds: sum(ofDay.map(({ seconds = 0 }) => seconds)),
          };
        }),
      });
    },
  } satisfies Handlers;
}

/** The UTC days that the time from the start to before the end touches. */
function daysBetween(startMs: number, endMs: number): string[] {
  const first = Math.floor(startMs / DAY_MS);
  const last = Math.floor((endMs - 1) / DAY_MS);
  return daysFrom(startMs, last - first + 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
