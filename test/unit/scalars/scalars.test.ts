import { GraphQLError, parseValue } from 'graphql';
import type { GraphQLScalarType } from 'graphql';
import { DateScalar } from '../../../src/scalars/date-scalar.js';
import { SeedScalar } from '../../../src/scalars/seed.js';

function ruleOf(attempt: () => unknown): unknown {
  try {
    attempt();
  } catch (error) {
    if (error instanceof GraphQLError) return error.extensions['rule'];
    throw error;
  }
  return undefined;
}

const CASES: readonly {
  readonly scalar: GraphQLScalarType;
  readonly rule: string;
  readonly good: readonly (readonly [unknown, string])[];
  readonly bad: readonly (readonly [unknown, string])[];
}[] = [
  {
    scalar: SeedScalar,
    rule: 'seed',
    good: [
      [0, '0'],
      [2_147_483_648, '2147483648'],
      [4_294_967_295, '4294967295'],
    ],
    bad: [
      [-1, '-1'],
      [4_294_967_296, '4294967296'],
      [1.5, '1.5'],
      ['7', '"7"'],
      [null, 'null'],
      [Number.NaN, '[1]'],
    ],
  },
  {
    scalar: DateScalar,
    rule: 'date',
    good: [
      ['2026-01-02', '"2026-01-02"'],
      ['2028-02-29', '"2028-02-29"'],
    ],
    bad: [
      ['2026-02-29', '"2026-02-29"'],
      ['2026-13-01', '"2026-13-01"'],
      ['2026-1-2', '"2026-1-2"'],
      ['2026-01-02T00:00:00Z', '"2026-01-02T00:00:00Z"'],
      [20_260_102, '20260102'],
      [null, 'null'],
    ],
  },
];

describe.each(CASES)('$scalar.name', ({ scalar, rule, good, bad }) => {
  it.each(good)('accepts %p', (value, literal) => {
    expect(scalar.parseValue(value)).toBe(value);
    expect(scalar.parseLiteral(parseValue(literal), {})).toBe(value);
    expect(scalar.serialize(value)).toBe(value);
  });

  it.each(bad)('refuses %p by its rule', (value, literal) => {
    expect(ruleOf(() => scalar.parseValue(value))).toBe(rule);
    expect(ruleOf(() => scalar.parseLiteral(parseValue(literal), {}))).toBe(rule);
  });
});
