import { ValidateNested } from 'class-validator';
import { Extensions, Field, InputType } from 'type-graphql';
import { Optional } from '../../scalars/rules/optional.js';
import { requestInputs } from '../../generated/graph/request-inputs.js';
import { submittedOperations, type SubmittedField } from '../../operations/submitted-operations.js';

@InputType('EstimateInput', {
  description: 'The request to estimate: the input of exactly one mutation that submits to Runway.',
})
@Extensions({ oneOf: true })
export class EstimateInput {
  readonly [mutation: string]: object | undefined;
}

const FIELDS = Object.keys(submittedOperations) as SubmittedField[];

for (const field of FIELDS) {
  const description = `As the \`input\` of \`${field}\`.`;
  for (const decorate of [
    Field(() => requestInputs[field].Input, { nullable: true, description }),
    Optional(),
    ValidateNested(),
  ]) {
    decorate(EstimateInput.prototype, field);
  }
}

export interface ChosenInput {
  readonly field: SubmittedField;
  readonly input: object;
}

/** The one member that is given. */
export function chosenInput(request: EstimateInput): ChosenInput | undefined {
  for (const field of FIELDS) {
    const input = request[field];
    if (input !== undefined) return { field, input };
  }
  return undefined;
}
