import type { CodegenConfig } from '@graphql-codegen/cli';
import { scalars } from './client/src/scalars.js';
import { errorCodes, hooks, idempotentMutations } from './scripts/codegen/client-files.js';
import { textPreset } from './scripts/codegen/text-preset.js';

const GENERATED = 'client/src/generated/';

/**
 * Typed documents, hooks and lists of the client package, and the manifest of the documents' ids
 * (TRUSTED_DOCUMENTS_FILE), from the committed SDL and schema/operations.
 */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: 'schema/operations/*.graphql',
  generates: {
    [GENERATED]: {
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: { hashAlgorithm: 'sha256', hashPropertyName: 'documentId' },
      },
      config: { useTypeImports: true, enumsAsTypes: true, strictScalars: true, scalars },
    },
    [`${GENERATED}apollo-hooks.ts`]: { preset: textPreset(hooks('apollo')) },
    [`${GENERATED}urql-hooks.ts`]: { preset: textPreset(hooks('urql')) },
    [`${GENERATED}idempotent-mutations.ts`]: { preset: textPreset(idempotentMutations) },
    [`${GENERATED}error-codes.ts`]: { preset: textPreset(errorCodes) },
  },
  importExtension: '.js',
};

export default config;
