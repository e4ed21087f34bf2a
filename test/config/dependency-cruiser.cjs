/**
 * The doors of the house: which room of src/ may import which. Data flows one way; imports point
 * down, never up, never sideways. The same table stands in src/ARCHITECTURE.md.
 *
 * Type imports count too: a type that leaks through a closed door couples two rooms as surely as a
 * value. `test/unit/habits/doors.test.ts` shows that every rule here can fail.
 */

/** Rooms that are files at the top of src/; all others are folders. */
const FILES = { errors: ['errors', 'error-registry'], main: ['main'] };

const path = (room) => (room in FILES ? `^src/(${FILES[room].join('|')})[.]ts$` : `^src/${room}/`);

const doors = [
  {
    room: 'domain',
    mayImport: [],
    why: 'Rules about tasks, viewers and credits must be readable and testable alone. Pass what they need as an argument.',
  },
  {
    room: 'errors',
    mayImport: [],
    why: 'Every room throws GatewayError, so it may depend on none. Put a shape that it needs into the room itself.',
  },
  {
    room: 'generated/facts',
    mayImport: [],
    why: 'Facts are plain data that the emulator shares. Change schema/generate/ so that it writes data only.',
  },
  {
    room: 'config',
    mayImport: ['domain'],
    why: 'Configuration is read before anything is built. Let app/ hand each room the values that it needs.',
  },
  {
    room: 'scalars',
    mayImport: ['domain', 'errors'],
    why: 'A scalar parses or refuses by a rule. A check that needs a store or a service belongs to services/.',
  },
  {
    room: 'generated/graph',
    mayImport: ['scalars'],
    why: 'Generated inputs know only shapes. Change schema/generate/ so that the mapping stays pure.',
  },
  {
    room: 'operations',
    mayImport: ['domain', 'generated/facts'],
    why: 'Every room above reads the table. Keep rows as data; put behaviour where the row is used.',
  },
  {
    room: 'emulator',
    mayImport: ['generated/facts'],
    why: 'The emulator stands for Runway: sharing code with the gateway would share its mistakes. Write it twice.',
  },
  {
    room: 'ports',
    mayImport: ['domain', 'operations', 'generated/facts'],
    why: 'A port is an interface in the words of the domain. Move the concrete thing into adapters/.',
  },
  {
    room: 'concurrency',
    mayImport: ['domain', 'errors', 'ports'],
    why: 'Loops, bounds and buckets know no business, so that every room above can share them. Hand the work in as a function.',
  },
  {
    room: 'services',
    mayImport: ['domain', 'errors', 'operations', 'ports', 'concurrency', 'generated/facts'],
    why: 'A use case speaks to ports. Declare a capability in ports/ and let app/ hand in the adapter.',
  },
  {
    room: 'adapters',
    mayImport: ['domain', 'errors', 'operations', 'ports', 'concurrency', 'generated/facts'],
    why: 'An adapter translates one technology for one port. Decisions belong to services/ or domain/.',
  },
  {
    room: 'pollers',
    mayImport: ['domain', 'errors', 'ports', 'concurrency', 'services'],
    why: 'A poller only decides when; what happens is a service call. Move the rest into services/.',
  },
  {
    room: 'auth',
    mayImport: ['domain', 'errors', 'ports'],
    why: 'A credential becomes a viewer here, for every transport alike. Keep it free of graph and HTTP.',
  },
  {
    room: 'policy',
    mayImport: ['domain', 'errors', 'operations', 'ports', 'concurrency'],
    why: 'The security page is audited by reading it. Facts come from operations/ and ports/, nothing from above.',
  },
  {
    room: 'api',
    mayImport: [
      'domain',
      'errors',
      'operations',
      'ports',
      'scalars',
      'services',
      'generated/facts',
      'generated/graph',
    ],
    why: 'A resolver translates and delegates. Storage, Runway and permissions are reached through services and policy.',
  },
  {
    room: 'http',
    mayImport: ['domain', 'errors', 'ports', 'concurrency', 'auth', 'api', 'policy'],
    why: 'Transports hold no business. Move it into services/ and let the graph call it.',
  },
  {
    room: 'main',
    mayImport: ['app', 'config'],
    why: 'The street door reads the environment and starts the app. Everything else is joined in app/.',
  },
];

const doorRules = doors.map(({ room, mayImport, why }) => ({
  name: `door-${room.replace('/', '-')}`,
  severity: 'error',
  comment: `src/${room} may import ${mayImport.join(', ') || 'nothing of ours'}. ${why}`,
  from: { path: path(room) },
  to: { path: '^src/', pathNot: [path(room), ...mayImport.map(path)] },
}));

/**
 * Which folder of services/ may import which other one. Every folder has a row, and a row lists only
 * folders above it, so that no circle is possible. The same table stands in src/ARCHITECTURE.md.
 */
const capabilities = [
  { folder: 'accounts', mayImport: [] },
  { folder: 'audit', mayImport: [] },
  { folder: 'budgets', mayImport: [] },
  { folder: 'encryption', mayImport: [] },
  { folder: 'alerts', mayImport: [] },
  { folder: 'webhooks', mayImport: ['events'] },
  { folder: 'keys', mayImport: [] },
  { folder: 'limits', mayImport: [] },
  { folder: 'telemetry', mayImport: [] },
  { folder: 'tokens', mayImport: [] },
  { folder: 'upstream', mayImport: ['accounts'] },
  { folder: 'organization', mayImport: ['accounts', 'upstream'] },
  { folder: 'dispatch', mayImport: ['accounts', 'upstream'] },
  { folder: 'tasks', mayImport: ['upstream'] },
  { folder: 'archive', mayImport: ['tasks'] },
  { folder: 'lineage', mayImport: [] },
  { folder: 'events', mayImport: ['tasks'] },
  { folder: 'resources', mayImport: ['accounts', 'events', 'lineage', 'upstream'] },
  {
    folder: 'submission',
    mayImport: ['accounts', 'dispatch', 'keys', 'lineage', 'resources', 'tasks', 'upstream'],
  },
  { folder: 'settlement', mayImport: ['accounts', 'resources', 'submission', 'tasks'] },
  { folder: 'tenants', mayImport: ['accounts', 'settlement'] },
];

const capabilityRules = capabilities.map(({ folder, mayImport }) => ({
  name: `service-${folder}`,
  severity: 'error',
  comment: `src/services/${folder} may import ${mayImport.join(', ') || 'no other folder of services/'}. Move what both need into a folder above them, or speak through a port.`,
  from: { path: `^src/services/${folder}/` },
  to: {
    path: '^src/services/',
    pathNot: [folder, ...mayImport].map((name) => `^src/services/${name}/`),
  },
}));

/** Packages by the start of their path; a trailing slash makes the name exact. */
const packages = (...names) => names.map((name) => `node_modules/${name}`);

const roomNames = [...doors.map(({ room }) => room), 'app'];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...doorRules,
    ...capabilityRules,
    {
      name: 'every-service-has-a-capability',
      severity: 'error',
      comment:
        'A use case lives in the folder of its capability. Move the file there, or add a row to the table of capabilities here and in src/ARCHITECTURE.md.',
      from: {
        path: '^src/services/',
        pathNot: capabilities.map(({ folder }) => `^src/services/${folder}/`),
      },
      to: {},
    },
    {
      name: 'every-file-has-a-room',
      severity: 'error',
      comment:
        'A folder without a row in the doors table is held by no door. Move the file into a room, or add the row here and in src/ARCHITECTURE.md.',
      from: { path: '^src/', pathNot: roomNames.map(path) },
      to: {},
    },
    {
      name: 'no-cycle',
      severity: 'error',
      comment:
        'Files in a cycle cannot be read or loaded in any order. Move what both need into a third file below them.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'adapters-are-apart',
      severity: 'error',
      comment:
        'Each adapter can be replaced alone. Move what two of them share into ports/ or domain/.',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/adapters/', pathNot: '^src/adapters/$1/' },
    },
    {
      name: 'src-stands-alone',
      severity: 'error',
      comment:
        'What runs in production is src/ only. Move what it needs out of client/, test/, schema/, scripts/ or web/.',
      from: { path: '^src/' },
      to: { path: '^(client|test|schema|scripts|web)/|^codegen[.]ts$' },
    },
    {
      name: 'client-stands-alone',
      severity: 'error',
      comment:
        'The client package is published and runs in browsers. It reaches the gateway by HTTP alone: take types from its generated documents.',
      from: { path: '^client/' },
      to: { path: '^(src|test|schema|scripts|bench|web)/|^codegen[.]ts$' },
    },
    {
      name: 'client-runs-in-browsers',
      severity: 'error',
      comment: 'Browsers have no modules of Node. Use what both have: fetch, crypto, streams, URL.',
      from: { path: '^client/src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'studio-stands-on-the-client',
      severity: 'error',
      comment:
        'The studio is an application of the client package and reaches the gateway by HTTP alone: take types from generated documents.',
      from: { path: '^web/src/' },
      to: { path: '^(src|test|schema|scripts|bench)/|^codegen[.]ts$' },
    },
    {
      name: 'studio-runs-in-browsers',
      severity: 'error',
      comment: 'Browsers have no modules of Node. Use what both have: fetch, crypto, streams, URL.',
      from: { path: '^web/src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'fence-plain-rooms',
      severity: 'error',
      comment:
        'domain, errors and generated/facts are plain TypeScript and node core. Hand library values in as data.',
      from: { path: ['domain', 'errors', 'generated/facts'].map(path) },
      to: { path: packages('') },
    },
    {
      name: 'fence-sql',
      severity: 'error',
      comment:
        'Only adapters/postgres speaks SQL, so that the store can be judged in one place. Add a method to the port instead.',
      from: { path: '^src/', pathNot: '^src/adapters/postgres/' },
      to: { path: packages('pg/', 'pg-', '@types/pg/', '@electric-sql/', 'kysely') },
    },
    {
      name: 'fence-runway-sdk-values',
      severity: 'error',
      comment:
        'Only adapters/runway calls the SDK: it reads the environment and retries paid calls unless told otherwise. Call RunwayApi, or write `import type`.',
      from: { path: '^src/', pathNot: '^src/adapters/runway/' },
      to: { path: packages('@runwayml/'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'fence-runway-sdk-types',
      severity: 'error',
      comment:
        "The SDK's types change twice a week and stay in adapters/runway and generated/graph. Use the domain's own words elsewhere.",
      from: { path: '^src/', pathNot: '^src/(adapters/runway|generated/graph)/' },
      to: { path: packages('@runwayml/'), dependencyTypes: ['type-only'] },
    },
    {
      name: 'fence-graphql',
      severity: 'error',
      comment:
        'GraphQL is one way in; use cases must not know it. Only api, scalars, generated/graph, policy and http import graphql libraries; throw GatewayError elsewhere.',
      from: { path: '^src/', pathNot: '^src/(api|scalars|generated/graph|policy|http)/' },
      to: {
        path: packages(
          'graphql',
          '@graphql-',
          'type-graphql/',
          '@apollo/',
          '@as-integrations/',
          '@escape[.]tech/',
        ),
      },
    },
    {
      name: 'fence-outward-http',
      severity: 'error',
      comment:
        'Every HTTP request that the gateway begins leaves by one door, which knows the proxies. Take OutwardHttp of ports/ and send over its dispatcher or its route.',
      from: {
        path: '^src/',
        pathNot: '^src/(adapters/(outward|runway|jwks)/|ports/outward/)',
      },
      to: { path: packages('undici/') },
    },
    {
      name: 'no-development-package',
      severity: 'error',
      comment:
        'Production installs with --omit=dev. Move the package to dependencies, or the code out of src/.',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-undeclared-package',
      severity: 'error',
      comment:
        "A package that is only another package's dependency can vanish with an update. Add it to package.json.",
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment:
        'The import leads nowhere. Correct the path (relative imports end in .js) or install the package.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
    progress: { type: 'none' },
  },
};
