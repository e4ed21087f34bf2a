import {
  getMetadataStorage,
  MaxLength,
  MinLength,
  validate,
  ValidateNested,
} from 'class-validator';
import { rememberRules } from '../../../src/api/input/remembered-rules.js';

class Named {
  @MaxLength(3)
  name = '';
}

class Inherited extends Named {
  @MinLength(2)
  alias = '';

  @MinLength(2, { groups: ['other'] })
  other = '';
}

class Outer {
  @ValidateNested()
  inner = new Inherited();

  @ValidateNested()
  list: readonly Inherited[] = [];
}

class OtherOuter {
  @ValidateNested()
  inner = new Named();
}

describe('Remembered rules', () => {
  const storage = getMetadataStorage();
  const found: unknown[] = [];

  beforeAll(() => {
    const find = storage.getTargetValidationMetadatas.bind(storage);
    storage.getTargetValidationMetadatas = (...asked) => {
      found.push(asked[0]);
      return find(...asked);
    };
    rememberRules(storage);
  });

  it('are looked for once a class, and check every value', async () => {
    found.length = 0;
    const options = { forbidUnknownValues: false } as const;
    for (const name of ['long', 'four', 'ok']) {
      const value = Object.assign(new Inherited(), { name, alias: 'me', other: 'me' });
      expect(await validate(value, options)).toHaveLength(name === 'ok' ? 0 : 1);
    }
    expect(found).toEqual([Inherited]);
  });

  it('are looked for once in each class around it', async () => {
    found.length = 0;
    const options = { forbidUnknownValues: false } as const;
    for (const name of ['long', 'ok']) {
      const inner = Object.assign(new Inherited(), { name, alias: 'me', other: 'me' });
      const outer = Object.assign(new Outer(), { inner, list: [inner, inner] });
      expect(await validate(outer, options)).toHaveLength(name === 'ok' ? 0 : 2);
      const named = Object.assign(new OtherOuter(), { inner });
      expect(await validate(named, options)).toHaveLength(name === 'ok' ? 0 : 1);
    }
    expect(found).toEqual([Outer, Inherited, OtherOuter, Inherited]);
  });

  it('are not those of a group', () => {
    const all = storage.getTargetValidationMetadatas(Inherited, '', false, false);
    const ofGroup = storage.getTargetValidationMetadatas(Inherited, '', false, false, ['other']);
    expect(all.map(({ propertyName }) => propertyName)).toEqual(['alias', 'other', 'name']);
    expect(ofGroup.map(({ propertyName }) => propertyName)).toEqual(['other']);
  });
});
