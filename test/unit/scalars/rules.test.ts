import {
  ArrayMinSize,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { findIssues } from '../../../src/api/input/check-argument.js';
import type { InputIssue } from '../../../src/errors.js';
import { MaxItems, MaxLength, MinLength } from '../../../src/scalars/rules/bounds.js';
import {
  EachLength,
  EachMatches,
  EachMediaKind,
  indexesIn,
} from '../../../src/scalars/rules/each.js';
import { IsMediaKind } from '../../../src/scalars/rules/media-kind.js';
import { Optional, RequiredUnless, Unless } from '../../../src/scalars/rules/optional.js';
import { UniqueBy } from '../../../src/scalars/rules/unique-by.js';

/** What a client is told of one property that has the rules. */
async function check(
  rules: readonly PropertyDecorator[],
  value: unknown,
): Promise<readonly InputIssue[]> {
  class Subject {
    property: unknown;
  }
  for (const rule of rules) rule(Subject.prototype, 'property');
  const subject = new Subject();
  subject.property = value;
  return await findIssues('input', subject);
}

const DATA_VIDEO = 'data:video/mp4;base64,c2VjcmV0';

describe('rules', () => {
  it.each([
    [
      'minLength',
      MinLength(2),
      'a',
      'ab',
      'Must have at least 2 characters.',
      ['at least 2 characters'],
    ],
    [
      'maxLength',
      MaxLength(1),
      'ab',
      'a',
      'Must have at most 1 character.',
      ['at most 1 character'],
    ],
    ['pattern', Matches(/^[a-z]+$/), 'A1', 'a', 'Must have the required form.', ['^[a-z]+$']],
    ['min', Min(2), 1, 2, 'Must be at least 2.', ['at least 2']],
    ['max', Max(2), 3, 2, 'Must be at most 2.', ['at most 2']],
    ['integer', IsInt(), 1.5, 1, 'Must be a whole number.', ['a whole number']],
    ['allowedValues', IsIn([4, 6]), 5, 4, 'Must be one of the allowed numbers.', ['4', '6']],
    ['minItems', ArrayMinSize(1), [], ['a'], 'Must have at least 1 entry.', ['at least 1 entry']],
    ['maxItems', MaxItems(1), ['a', 'b'], ['a'], 'Must have at most 1 entry.', ['at most 1 entry']],
    [
      'mediaKind',
      IsMediaKind('image'),
      DATA_VIDEO,
      'https://example.com/x.mp4',
      'Must be of the kind image.',
      ['image'],
    ],
    [
      'unique',
      UniqueBy('key'),
      [{ key: 'a' }, { key: 'a' }],
      [{ key: 'a' }],
      'Each key may appear once only.',
      ['each key once'],
    ],
    ['required', IsDefined(), null, 0, 'Is required.', ['a value']],
  ] as const)('%s tells its name and bounds', async (name, rule, bad, good, message, allowed) => {
    expect(await check([rule], good)).toEqual([]);
    expect(await check([rule], bad)).toEqual([
      { path: 'input.property', rule: name, message, allowed },
    ]);
  });

  it('keep the message that they were given, and their own name', async () => {
    expect(await check([Matches(/^x$/, { message: '$property must be x' })], 'y')).toEqual([
      { path: 'input.property', rule: 'matches', message: 'property must be x' },
    ]);
  });

  it('never repeat the value', async () => {
    const broken = await check([IsMediaKind('image'), Matches(/^x$/), MaxLength(3)], DATA_VIDEO);
    expect(broken).toHaveLength(3);
    expect(JSON.stringify(broken)).not.toContain('c2VjcmV0');
  });
});

describe('Optional', () => {
  it('lets a property be absent and refuses null', async () => {
    expect(await check([Optional(), MinLength(1)], undefined)).toEqual([]);
    expect(await check([Optional(), MinLength(1)], null)).toEqual([
      expect.objectContaining({ rule: 'notNull' }),
    ]);
    expect(await check([Optional(), MinLength(1)], '')).toEqual([
      expect.objectContaining({ rule: 'minLength' }),
    ]);
  });

  it('says of null that it is null, and no more', async () => {
    expect(await check([Optional(), Min(1), Max(2)], null)).toEqual([
      expect.objectContaining({ rule: 'notNull' }),
    ]);
    expect(await check([IsDefined(), Min(1), Max(2)], null)).toEqual([
      expect.objectContaining({ rule: 'required' }),
    ]);
  });

  it('has a sibling that lets null through where null clears', async () => {
    expect(await check([IsOptional(), MinLength(1)], null)).toEqual([]);
    expect(await check([IsOptional(), MinLength(1)], '')).toHaveLength(1);
  });
});

describe('fields that stand for one property', () => {
  /** The rules that `duration` and `durationAuto` break, by field. */
  async function broken(
    duration: unknown,
    durationAuto: unknown,
    presence: PropertyDecorator,
  ): Promise<string[]> {
    class Subject {
      duration: unknown = duration;
      durationAuto: unknown = durationAuto;
    }
    for (const rule of [presence, Unless([], ['durationAuto']), Min(2)]) {
      rule(Subject.prototype, 'duration');
    }
    for (const rule of [Optional(), Unless(['duration'], [])]) {
      rule(Subject.prototype, 'durationAuto');
    }
    const issues = await findIssues('input', new Subject());
    return issues.map(({ path, rule }) => `${path} ${rule}`);
  }

  const needed = (): PropertyDecorator => RequiredUnless([], ['durationAuto']);

  it('may be given one at a time', async () => {
    expect(await broken(5, undefined, needed())).toEqual([]);
    expect(await broken(undefined, true, needed())).toEqual([]);
    expect(await broken(5, true, needed())).toEqual([
      'input.duration onlyOne',
      'input.durationAuto onlyOne',
    ]);
  });

  it('count a flag that is false as absent', async () => {
    expect(await broken(5, false, needed())).toEqual([]);
    expect(await broken(undefined, false, needed())).toEqual(['input.duration required']);
  });

  it('are required together only where Runway requires the property', async () => {
    expect(await broken(undefined, undefined, needed())).toEqual(['input.duration required']);
    expect(await broken(undefined, undefined, Optional())).toEqual([]);
    expect(await broken(1, undefined, Optional())).toEqual(['input.duration min']);
  });
});

describe('rules on elements', () => {
  const placesOf = (issues: readonly InputIssue[]): string[] => issues.map(({ path }) => path);

  it('report the failing indexes', async () => {
    const broken = await check([EachLength(1, 3)], ['a', '', 'abc', 'abcd']);
    expect(broken[0]).toMatchObject({ rule: 'eachLength', allowed: ['1–3 characters'] });
    expect(placesOf(broken)).toEqual(['input.property.1', 'input.property.3']);
  });

  it('report forms and kinds alike', async () => {
    const forms = await check([EachMatches(/^[a-z]$/)], ['a', 'B']);
    expect(placesOf(forms)).toEqual(['input.property.1']);
    const kinds = await check([EachMediaKind('audio')], [DATA_VIDEO, 'runway://abcd']);
    expect(placesOf(kinds)).toEqual(['input.property.0']);
  });

  it('are told from other rules by their text', () => {
    expect(indexesIn('Must be at least 2.')).toEqual([]);
  });
});
