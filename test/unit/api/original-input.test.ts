import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
  coerceInputValue,
  type GraphQLInputType,
} from 'graphql';
import { originalInput } from '../../../src/api/input/original-input.js';
import { SeedScalar } from '../../../src/scalars/seed.js';

const Ratio = new GraphQLEnumType({
  name: 'Ratio',
  values: { RATIO_1280_720: { value: '1280:720' }, RATIO_1_1: { value: '1:1' } },
});

const Model = new GraphQLInputObjectType({
  name: 'Model',
  fields: {
    promptText: { type: new GraphQLNonNull(GraphQLString) },
    ratio: { type: Ratio },
    ratios: { type: new GraphQLList(new GraphQLNonNull(Ratio)) },
    duration: { type: GraphQLFloat },
    durationAuto: { type: GraphQLBoolean },
    seed: { type: SeedScalar },
    weight: { type: GraphQLFloat },
  },
});

const Input = new GraphQLInputObjectType({
  name: 'Input',
  isOneOf: true,
  fields: { gen4_5: { type: Model }, veo3_1: { type: Model } },
});

function roundTrip(type: GraphQLInputType, value: unknown): unknown {
  return originalInput(type, coerceInputValue(value, type));
}

describe('originalInput', () => {
  it.each([
    [{ gen4_5: { promptText: 'a' } }],
    [{ veo3_1: { promptText: '', ratio: 'RATIO_1280_720', ratios: ['RATIO_1_1'] } }],
    [{ gen4_5: { promptText: 'a', durationAuto: true, seed: 4_294_967_295, weight: 0 } }],
    [{ gen4_5: { promptText: 'a', duration: 2.5, ratios: [] } }],
    [{ gen4_5: { promptText: 'a', ratio: null } }],
  ])('gives back what the client wrote (%#)', (value) => {
    expect(roundTrip(Input, value)).toEqual(value);
  });

  it('tells absent from null', () => {
    const written = roundTrip(Input, { gen4_5: { promptText: 'a', seed: null } });
    expect(written).toEqual({ gen4_5: { promptText: 'a', seed: null } });
    expect(Object.keys((written as { gen4_5: object }).gen4_5)).toEqual(['promptText', 'seed']);
  });

  it('makes a list of one of what stood alone', () => {
    expect(roundTrip(Input, { gen4_5: { promptText: 'a', ratios: 'RATIO_1_1' } })).toEqual({
      gen4_5: { promptText: 'a', ratios: ['RATIO_1_1'] },
    });
  });

  it('leaves out what the type does not have', () => {
    const coerced = { gen4_5: { promptText: 'a', injected: 'x' } };
    expect(originalInput(Input, coerced)).toEqual({ gen4_5: { promptText: 'a' } });
  });
});
