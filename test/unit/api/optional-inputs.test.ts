// Guarantee: what a client may leave out is not checked when it is left out.
import { getMetadataStorage as validatorMetadata } from 'class-validator';
import { getMetadataStorage as graphMetadata } from 'type-graphql';
import { buildGraph, type Services } from '../../../src/api/schema.js';

/** Checks what is not there, unless something says otherwise. */
const CONDITION = 'conditionalValidation';

/** Rules of nested objects pass over what is not there. */
const NESTED = 'nestedValidation';

buildGraph({} as Services, { relaxedBounds: [], requireIdempotencyKey: false });

const optional = graphMetadata().inputTypes.flatMap(({ target, fields = [] }) =>
  fields
    .filter(({ typeOptions: { nullable, defaultValue } }) => {
      return nullable === true && defaultValue === undefined;
    })
    .map(({ name }) => {
      const rules = validatorMetadata()
        .getTargetValidationMetadatas(target, '', false, false)
        .filter(({ propertyName, type }) => propertyName === name && type !== NESTED);
      return { place: `${target.name}.${name}`, types: rules.map(({ type }) => type) };
    }),
);

it('every optional input that has a rule says that it may be left out', () => {
  const ruled = optional.filter(({ types }) => types.length > 0);
  expect(ruled.length).toBeGreaterThan(100);
  const unsaid = ruled.filter(({ types }) => !types.includes(CONDITION));
  expect(unsaid.map(({ place }) => place)).toEqual([]);
});
