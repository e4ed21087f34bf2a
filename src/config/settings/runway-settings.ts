import { choice, file, integer, list, openFlag, text, urlCheck } from '../setting-types.js';

/** A new secret and the one that it replaces. */
const SECRETS_MAX = 2;

export const runwaySettings = {
  runway: {
    secrets: list('RUNWAYML_API_SECRET', {
      type: 'one secret or two, comma-separated',
      check: {
        accepts: (secrets) => secrets.length <= SECRETS_MAX,
        error: 'takes one secret, or two with a comma between them.',
      },
      isSecret: true,
      whenEmpty: 'the emulator stands in for Runway',
      inProduction:
        'required, or RUNWAYML_API_SECRET_FILE, unless EMULATOR=true serves from the emulator.',
      text: "The organisation's secret, key_…. Set two of one organisation while one replaces the other: the first makes new tasks and sends what is queued, and each reads the tasks that it made.",
    }),
    secretFile: file('RUNWAYML_API_SECRET_FILE', {
      text: 'File that holds the secret, or two, in place of RUNWAYML_API_SECRET. The gateway reads it again when it changes: within 5 s new and queued tasks use the new secret, without a restart.',
    }),
    baseUrl: text('RUNWAYML_BASE_URL', {
      type: 'URL',
      default: 'https://api.dev.runwayml.com',
      check: urlCheck(['https:', 'http:']),
      text: "Base URL of Runway's API. In production: https, or http to this machine.",
    }),
    onBehalfOf: choice('RUNWAY_ON_BEHALF_OF', ['none', 'tenant'], {
      default: 'none',
      text: 'tenant: the header X-Runway-On-Behalf-Of carries a hash of the tenant.',
    }),
    timeoutMs: integer('RUNWAY_TIMEOUT_MS', {
      default: 120_000,
      min: 1_000,
      max: 600_000,
      unit: 'ms',
      text: "Deadline of one submission, from connecting to the end of the response. Runway fetches the input's media within it. A submission that misses the deadline becomes UNCONFIRMED. Clients get their task, QUEUED, after 30 s.",
    }),
    concurrencyMax: integer('RUNWAY_CONCURRENCY_MAX', {
      default: 0,
      min: 0,
      max: 10_000,
      unit: 'tasks',
      text: "Tasks of one model that run at once; more wait in the gateway, and tenants take turns. 0 follows Runway's limits for the account.",
    }),
    readsOpenMax: integer('RUNWAY_READS_OPEN_MAX', {
      default: 512,
      min: 1,
      max: 10_000,
      unit: 'requests',
      text: 'Reads of live tasks that one node has open at once with one account. 10,000 live tasks and responses after 150 ms need 300.',
    }),
  },
  relaxedBounds: list('RELAXED_BOUNDS', {
    type: 'list of paths, comma-separated',
    text: 'Input bounds that the gateway does not enforce; see schema/runway/bounds.json. Use it when Runway has widened a bound.',
  }),
};

export const emulatorSettings = {
  emulator: openFlag('EMULATOR', {
    whenEmpty: 'true without a Runway secret, but false in production',
    text: 'Starts the emulator, which then stands in for Runway.',
  }),
  emulatorPort: integer('EMULATOR_PORT', {
    default: 4010,
    min: 0,
    max: 65_535,
    text: 'TCP port of the emulator; 0 for any free port.',
  }),
};
