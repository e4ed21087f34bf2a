import type { GraphQLInputType } from 'graphql';
import type { JsonValue } from '../../domain/input/json.js';
import { omitSecrets } from '../../domain/input/omitted-secrets.js';
import { requestInputs } from '../../generated/graph/request-inputs.js';
import { submittedOperations, type SubmittedField } from '../../operations/submitted-operations.js';
import type { ValidRequest } from '../../services/submission/submission-checks.js';
import { mediaKindsOf } from '../../scalars/rules/kinds-of-fields.js';
import { originalInput } from '../input/original-input.js';

/** A mutation's input that has passed its rules, as the services take it. */
export function toValidRequest(
  field: SubmittedField,
  inputType: GraphQLInputType,
  input: object,
): ValidRequest {
  const { sdk, runwayTaskKind } = submittedOperations[field];
  const request = requestInputs[field].toRequest(input);
  const { model } = request.body;
  return {
    operation: field,
    sdkMethod: sdk[0],
    runwayTaskKind,
    request,
    input: shownInput(originalInput(inputType, input)),
    model: typeof model === 'string' ? model : null,
    mediaKinds: mediaKindsOf(input),
  };
}

/** What `Task.input` will show: a reader of tasks must not be able to join their calls. */
function shownInput(input: JsonValue): JsonValue {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
    ? omitSecrets(input as { readonly [name: string]: JsonValue })
    : input;
}
