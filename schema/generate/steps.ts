import { emitReadmeTables } from './emit/readme.js';
import { emitSdl } from './emit/sdl.js';
import { emitTypedDocuments } from './emit/typed-documents.js';
import { emitSettings } from './emit/settings.js';
import { inputSteps } from './input-steps.js';
import type { Step } from './step.js';

/** The steps of `npm run generate`, in order. */
export const steps: readonly Step[] = [
  ...inputSteps,
  { name: 'SDL', run: emitSdl },
  { name: 'Typed documents', owns: 'test/generated', run: emitTypedDocuments },
  { name: 'Settings', run: emitSettings },
  { name: 'README tables', run: emitReadmeTables },
];
