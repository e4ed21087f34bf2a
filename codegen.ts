import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * Typed documents of the client package and our tests, and the manifest of their ids
 * (TRUSTED_DOCUMENTS_FILE), from the committed SDL and schema/operations.
 */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: 'schema/operations/*.graphql',
  generates: {
    'client/src/generated/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: { hashAlgorithm: 'sha256', hashPropertyName: 'documentId' },
      },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: {
          Date: 'string',
          DateTime: 'string',
          JSON: 'unknown',
          MediaUri: { input: 'string', output: 'never' },
          Seed: { input: 'number', output: 'never' },
        },
      },
    },
  },
  importExtension: '.js',
};

export default config;
