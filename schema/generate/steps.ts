import { emitAddedFields } from './emit/added-fields.js';
import { emitClientDocuments } from './emit/client-documents.js';
import { emitDecisionIndex } from './emit/decision-index.js';
import { emitFirewallExclusions } from './emit/firewall-exclusions.js';
import { emitModelPages, emitReferencePages } from './emit/reference-pages.js';
import { emitSdl } from './emit/sdl.js';
import { emitTypedDocuments } from './emit/typed-documents.js';
import { inputSteps } from './input-steps.js';
import type { Step } from './step.js';

/** Loads the graph that is written by hand: the files of the steps before must be there. */
export const addedFieldsStep: Step = { name: 'Added fields', run: emitAddedFields };

/** The steps of `npm run generate`, in order. */
export const steps: readonly Step[] = [
  ...inputSteps,
  addedFieldsStep,
  { name: 'SDL', run: emitSdl },
  { name: 'Client documents', run: emitClientDocuments },
  { name: 'Typed documents', owns: 'client/src/generated', run: emitTypedDocuments },
  { name: 'Reference pages', owns: 'docs/reference', run: emitReferencePages },
  { name: 'Model pages', owns: 'docs/reference/models', run: emitModelPages },
  { name: 'Firewall exclusions', run: emitFirewallExclusions },
  { name: 'Decision index', run: emitDecisionIndex },
];
