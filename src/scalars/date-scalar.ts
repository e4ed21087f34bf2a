import { GraphQLScalarType, Kind } from 'graphql';
import { refusal } from './scalar-refusal.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Hands back a day of the calendar as YYYY-MM-DD. */
export function parseDate(value: unknown): string {
  if (typeof value === 'string' && DAY.test(value) && isDay(value)) return value;
  throw refusal('date', 'Must be a day, YYYY-MM-DD.', ['YYYY-MM-DD']);
}

/** The calendar has no 31st of February, which Date takes for a day in March. */
function isDay(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day in UTC, YYYY-MM-DD.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  parseValue: parseDate,
  serialize: parseDate,
  parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : undefined),
});
