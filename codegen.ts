import type { CodegenConfig } from '@graphql-codegen/cli';
import { scalars } from './client/src/scalars.js';
import { errorCodes, hooks, idempotentMutations } from './scripts/codegen/client-files.js';
import { textPreset } from './scripts/codegen/text-preset.js';

const GENERATED = 'client/src/generated/';
const STUDIO = 'web/src/generated/';

/** Documents of the client package, and those that the studio alone has. */
const CLIENT_DOCUMENTS = 'schema/operations/*.graphql';
const STUDIO_DOCUMENTS = 'web/src/**/*.graphql';

/** Typed documents with their ids. */
const typedDocuments = {
  preset: 'client',
  presetConfig: {
    fragmentMasking: false,
    persistedDocuments: { hashAlgorithm: 'sha256', hashPropertyName: 'documentId' },
  },
  config: { useTypeImports: true, enumsAsTypes: true, strictScalars: true, scalars },
} as const;

const CLIENT_FILES = {
  'apollo-hooks.ts': hooks('apollo'),
  'urql-hooks.ts': hooks('urql'),
  'idempotent-mutations.ts': idempotentMutations,
  'error-codes.ts': errorCodes,
};

/**
 * Typed documents, hooks and lists of the client package, those of the studio, and the manifests of the
 * documents' ids (TRUSTED_DOCUMENTS_FILE), from the committed SDL.
 */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  generates: {
    [GENERATED]: { ...typedDocuments, documents: CLIENT_DOCUMENTS },
    [STUDIO]: { ...typedDocuments, documents: STUDIO_DOCUMENTS },
    ...Object.fromEntries(
      Object.entries(CLIENT_FILES).map(([file, write]) => [
        `${GENERATED}${file}`,
        { documents: CLIENT_DOCUMENTS, preset: textPreset(write) },
      ]),
    ),
  },
  importExtension: '.js',
};

export default config;
