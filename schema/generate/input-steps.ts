import { emitGraph, GRAPH_FOLDER } from './emit/graph.js';
import { emitInputOmissions } from './emit/input-omissions.js';
import { emitModels } from './emit/models.js';
import { emitPrices } from './emit/prices.js';
import { emitRequestSchemas } from './emit/request-schemas.js';
import { emitResponseSchemas } from './emit/response-schemas.js';
import { emitSdkMethods } from './emit/sdk-methods.js';
import { emitStringInputs } from './emit/string-inputs.js';
import { emitStudioForms, FORMS_FOLDER } from './emit/studio-forms.js';
import type { Step } from './step.js';

/** What is made from the SDK's types and the facts in schema/runway alone. */
export const inputSteps: readonly Step[] = [
  { name: 'SDK methods', run: emitSdkMethods },
  { name: 'Request schemas', run: emitRequestSchemas },
  { name: 'Response schemas', run: emitResponseSchemas },
  { name: 'Input classes', owns: GRAPH_FOLDER, run: emitGraph },
  { name: 'String inputs', run: emitStringInputs },
  { name: 'Models', run: emitModels },
  { name: 'Omissions', run: emitInputOmissions },
  { name: 'Prices', run: emitPrices },
  { name: 'Studio forms', owns: FORMS_FOLDER, run: emitStudioForms },
];
