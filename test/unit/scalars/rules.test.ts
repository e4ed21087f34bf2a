import { validateSync } from 'class-validator';
import {
  AllowedNumbers,
  Integer,
  Matches,
  Max,
  MaxItems,
  MaxLength,
  Min,
  MinItems,
  MinLength,
} from '../../../src/scalars/rules/bounds.js';
import {
  EachLength,
  EachMatches,
  EachMediaKind,
  indexesIn,
} from '../../../src/scalars/rules/each.js';
import { IsMediaKind } from '../../../src/scalars/rules/media-kind.js';
import { Optional, OptionalOrNull, Required } from '../../../src/scalars/rules/optional.js';
import type { RuleContext } from '../../../src/scalars/rules/rule.js';
import { UniqueBy } from '../../../src/scalars/rules/unique-by.js';

interface Broken {
  readonly rule: string;
  readonly message: string;
  readonly allowed: readonly string[];
}

/** What is wrong with one property that has the rules. */
function check(rules: readonly PropertyDecorator[], value: unknown): Broken[] {
  class Subject {
    property: unknown;
  }
  for (const rule of rules) rule(Subject.prototype, 'property');
  const subject = new Subject();
  subject.property = value;
  const errors = validateSync(subject, { validationError: { target: false, value: false } });
  return errors.flatMap(({ constraints = {}, contexts = {} }) =>
    Object.entries(constraints).map(([rule, message]) => ({
      rule,
      message,
      allowed: (contexts[rule] as RuleContext).allowed,
    })),
  );
}

const DATA_VIDEO = 'data:video/mp4;base64,c2VjcmV0';

describe('rules', () => {
  it.each([
    ['minLength', MinLength(2), 'a', 'ab', ['at least 2 characters']],
    ['maxLength', MaxLength(1), 'ab', 'a', ['at most 1 character']],
    ['pattern', Matches(/^[a-z]+$/), 'A1', 'a', ['^[a-z]+$']],
    ['min', Min(2), 1, 2, ['at least 2']],
    ['max', Max(2), 3, 2, ['at most 2']],
    ['integer', Integer(), 1.5, 1, ['a whole number']],
    ['allowedValues', AllowedNumbers(4, 6), 5, 4, ['4', '6']],
    ['minItems', MinItems(1), [], ['a'], ['at least 1 entry']],
    ['maxItems', MaxItems(1), ['a', 'b'], ['a'], ['at most 1 entry']],
    ['mediaKind', IsMediaKind('image'), DATA_VIDEO, 'https://example.com/x.mp4', ['image']],
    ['unique', UniqueBy('key'), [{ key: 'a' }, { key: 'a' }], [{ key: 'a' }], ['each key once']],
    ['required', Required(), null, 0, ['a value']],
  ] as const)('%s tells its name and bounds', (name, rule, bad, good, allowed) => {
    expect(check([rule], good)).toEqual([]);
    expect(check([rule], bad)).toEqual([{ rule: name, message: expect.any(String), allowed }]);
  });

  it('leave the word auto to the scalar', () => {
    expect(check([Min(4), Max(15), Integer()], 'auto')).toEqual([]);
  });

  it('never repeat the value', () => {
    const broken = check([IsMediaKind('image'), Matches(/^x$/), MaxLength(3)], DATA_VIDEO);
    expect(broken).toHaveLength(3);
    expect(JSON.stringify(broken)).not.toContain('c2VjcmV0');
  });
});

describe('Optional', () => {
  it('lets a property be absent and refuses null', () => {
    expect(check([Optional(), MinLength(1)], undefined)).toEqual([]);
    expect(check([Optional(), MinLength(1)], null)).toEqual([
      expect.objectContaining({ rule: 'notNull' }),
    ]);
    expect(check([Optional(), MinLength(1)], '')).toEqual([
      expect.objectContaining({ rule: 'minLength' }),
    ]);
  });

  it('has a sibling that lets null through where null clears', () => {
    expect(check([OptionalOrNull(), MinLength(1)], null)).toEqual([]);
    expect(check([OptionalOrNull(), MinLength(1)], '')).toHaveLength(1);
  });
});

describe('rules on elements', () => {
  it('report the failing indexes', () => {
    const [broken] = check([EachLength(1, 3)], ['a', '', 'abc', 'abcd']);
    expect(broken).toMatchObject({ rule: 'eachLength', allowed: ['1–3 characters'] });
    expect(indexesIn(broken?.message ?? '')).toEqual([1, 3]);
  });

  it('report forms and kinds alike', () => {
    const [form] = check([EachMatches(/^[a-z]$/)], ['a', 'B']);
    expect(indexesIn(form?.message ?? '')).toEqual([1]);
    const [kind] = check([EachMediaKind('audio')], [DATA_VIDEO, 'runway://abcd']);
    expect(indexesIn(kind?.message ?? '')).toEqual([0]);
  });

  it('are told from other rules by their text', () => {
    expect(indexesIn('Must be at least 2.')).toEqual([]);
  });
});
