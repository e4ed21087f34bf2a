import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';
import gateway from './eslint-rules.cjs';

/** Files that run before there is a Config, or instead of one. */
const READ_THE_ENVIRONMENT = [
  'src/main.ts',
  'src/emulator/main.ts',
  'scripts/**',
  'bench/**',
  'test/chaos/**',
  'test/soak/**',
  'test/config/**',
  'test/support/**',
];

const ENVIRONMENT =
  'Only the main.ts of a process reads the environment. Take a value from Config.';

const ONE_WAY_OUT =
  'Node’s own fetch knows no proxy of the settings. Send over OutwardHttp of ports/.';

export default tseslint.config(
  {
    // Generated files are compiled and cruised; no hand corrects them, so none is linted.
    // The packages of these examples are not installed here: check:examples compiles them.
    ignores: [
      'examples/react/',
      'examples/next/',
      'dist/',
      'coverage/',
      '.data/',
      'src/generated/',
      'client/src/generated/',
      'web/src/generated/',
      'client/dist/',
    ],
  },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' },
    plugins: { gateway },
    rules: { 'gateway/disable-needs-reason': 'error' },
  },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: process.cwd() },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'gateway/explicit-graphql-type': 'error',
      'gateway/no-outer-handle-in-transaction': 'error',
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: ENVIRONMENT },
      ],
      'no-restricted-imports': [
        'error',
        ...['process', 'node:process'].map((name) => ({
          name,
          importNames: ['env'],
          message: ENVIRONMENT,
        })),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[property.name="env"][object.property.name="process"]',
          message: ENVIRONMENT,
        },
        {
          selector:
            'NewExpression[callee.name="WeakMap"] > TSTypeParameterInstantiation > TSTypeReference:first-child[typeName.name=/^(Server)?Response$/]',
          message:
            'Young collections keep the values of a WeakMap alive: keep what belongs to a request in GatewayResponse.',
        },
      ],
      // A port's method is async so that what it throws becomes a rejection, awaited or not.
      '@typescript-eslint/require-await': 'off',
      // type-graphql's resolvers and types are classes because decorators need one.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // type-graphql's object types are shapes: a literal serves as an instance. Where it is not,
      // a class has #private members and the compiler refuses the literal.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // `[...text].length` is how Unicode characters are counted.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ['src/**', 'schema/**', 'scripts/**', 'bench/**', 'test/**', 'web/**'],
    // These two quote the words.
    ignores: ['test/config/plain-words.cjs', 'test/unit/habits/lint.test.ts'],
    rules: { 'gateway/plain-words': 'error' },
  },
  {
    files: ['src/**'],
    rules: {
      'gateway/no-hidden-context': 'error',
      'no-eval': 'error',
      'no-restricted-globals': ['error', { name: 'fetch', message: ONE_WAY_OUT }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // `void` lets an error of the work end the process: see src/concurrency/unawaited.ts.
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: false }],
    },
  },
  {
    files: ['src/**'],
    ignores: ['src/main.ts', 'src/emulator/main.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    // Kysely binds what it hands to a callback, so `({ and, fn }) => …` is sound there.
    files: ['src/adapters/postgres/**'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  {
    files: READ_THE_ENVIRONMENT,
    rules: {
      'no-restricted-properties': 'off',
      'no-restricted-imports': 'off',
      'no-restricted-syntax': 'off',
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // jest's asymmetric matchers are typed any, and expect() takes methods unbound.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    files: ['web/src/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  // The tools that read these files ask for a default export.
  { files: ['codegen.ts', 'web/vite.config.ts'], rules: { 'no-restricted-exports': 'off' } },
  {
    files: ['**/*.cjs', '**/*.mjs'],
    languageOptions: {
      globals: {
        module: 'readonly',
        process: 'readonly',
        console: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        __dirname: 'readonly',
        __filename: 'readonly',
      },
    },
  },
);
