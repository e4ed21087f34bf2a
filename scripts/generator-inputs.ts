/**
 * Everything that `npm run generate` reads, and itself. Rooms of src/ that are missing cannot be
 * imported by the graph (src/ARCHITECTURE.md, Doors).
 */
export const GENERATOR_INPUTS: readonly string[] = [
  'src/adapters/prometheus',
  'src/adapters/runway/resources',
  'src/api',
  'src/concurrency',
  'src/config',
  'src/domain',
  'src/emulator/resources',
  'src/error-registry.ts',
  'src/errors.ts',
  'src/generated',
  'src/operations',
  'src/ports',
  'src/scalars',
  'src/services',
  'schema',
  'docs',
  'codegen.ts',
  'scripts/codegen',
  'client/src/scalars.ts',
  'web/src',
  'package-lock.json',
  'test/security/asvs',
  'test/security/catalogue.ts',
];
