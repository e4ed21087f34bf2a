import type { CreditsUsed } from '../../ports/runway-api.js';
import { isObject, textOf } from './json-shape.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The organisation's usage as Runway writes it: amounts by model within days. Null for another shape. */
export function creditsUsedIn(json: unknown): readonly CreditsUsed[] | null {
  const results = isObject(json) ? json['results'] : undefined;
  if (!Array.isArray(results)) return null;
  const days = results.map(usedOn);
  return days.every((day) => day !== null) ? days.flat() : null;
}

function usedOn(result: unknown): readonly CreditsUsed[] | null {
  if (!isObject(result) || !Array.isArray(result['usedCredits'])) return null;
  const day = textOf(result['date']);
  if (day === null || !DAY.test(day)) return null;
  const used = result['usedCredits'].map((entry: unknown) => usedBy(day, entry));
  return used.every((entry) => entry !== null) ? used : null;
}

function usedBy(day: string, entry: unknown): CreditsUsed | null {
  if (!isObject(entry)) return null;
  const model = textOf(entry['model']);
  const credits = entry['amount'];
  if (model === null || typeof credits !== 'number' || !Number.isFinite(credits)) return null;
  return { day, model, credits };
}
