import { creationOperations, type CreationField } from './creation-operations.js';
import { generationOperations, type GenerationField } from './generation-operations.js';

/** The mutations that send a request to Runway once and follow it as a task. */
export const submittedOperations = { ...generationOperations, ...creationOperations };

export type SubmittedField = GenerationField | CreationField;
