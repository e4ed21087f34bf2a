import { emitDecisionIndex } from './emit/decision-index.js';
import { emitReferencePages } from './emit/reference-pages.js';
import { emitSdl } from './emit/sdl.js';
import { emitTypedDocuments } from './emit/typed-documents.js';
import { inputSteps } from './input-steps.js';
import type { Step } from './step.js';

/** The steps of `npm run generate`, in order. */
export const steps: readonly Step[] = [
  ...inputSteps,
  { name: 'SDL', run: emitSdl },
  { name: 'Typed documents', owns: 'client/src/generated', run: emitTypedDocuments },
  { name: 'Reference pages', owns: 'docs/reference', run: emitReferencePages },
  { name: 'Decision index', run: emitDecisionIndex },
];
