import { integer } from '../setting-types.js';
import type { Setting } from '../setting.js';

const RATE_MAX = 1_000_000_000;

/** The most points that a document may cost: a lower limit would refuse some documents for ever. */
const LARGEST_COST = 2_000;

function requests(
  name: string,
  words: { readonly default: number; readonly unit: string; readonly text: string },
): Setting<number> {
  return integer(name, { ...words, min: 1, max: RATE_MAX });
}

function points(name: string, value: number, text: string): Setting<number> {
  return integer(name, {
    default: value,
    min: LARGEST_COST,
    max: RATE_MAX,
    unit: 'points a minute',
    text,
  });
}

const WAITS_MAX = 10_000;

/** The limits of one tenant, over all its credentials and on every transport. */
export const limitSettings = {
  waits: {
    max: integer('WAITS_MAX', {
      default: 100,
      min: 0,
      max: WAITS_MAX,
      unit: 'requests',
      text: 'Requests of one process that wait for a task to settle (`waitSeconds`); one tenant may have half of them. A request over the limit is answered without a wait.',
    }),
    perViewerMax: integer('WAITS_PER_VIEWER_MAX', {
      default: 20,
      min: 0,
      max: WAITS_MAX,
      unit: 'requests',
      text: 'The same of one key, over all its tokens.',
    }),
  },
  rateLimits: {
    addressRequests: requests('ADDRESS_REQUESTS_PER_MINUTE', {
      default: 3_000,
      unit: 'requests a minute',
      text: 'Requests of one address without a credential, or with a credential that this process does not know yet. A request over any limit gets 429 and Retry-After.',
    }),
    wrongCredentials: requests('WRONG_CREDENTIALS_MAX', {
      default: 60,
      unit: 'credentials in 10 minutes',
      text: 'Wrong credentials of one address. Over the limit, the gateway refuses credentials that it does not know yet without reading them.',
    }),
    viewerRequests: requests('VIEWER_REQUESTS_PER_SECOND', {
      default: 100,
      unit: 'requests a second',
      text: 'Requests of one credential.',
    }),
    tenantRequests: requests('TENANT_REQUESTS_PER_SECOND', {
      default: 300,
      unit: 'requests a second',
      text: 'Requests of one tenant, over all its credentials: a client can make keys and tokens by the thousand.',
    }),
    classes: {
      reads: {
        operations: requests('READS_PER_MINUTE', {
          default: 12_000,
          unit: 'root fields a minute',
          text: 'Queries and subscriptions of one tenant, over all its credentials and on every transport.',
        }),
        points: points(
          'READ_POINTS_PER_MINUTE',
          600_000,
          'Points of those documents; extensions.cost reports the points of a document.',
        ),
      },
      uploads: {
        operations: requests('UPLOADS_PER_MINUTE', {
          default: 600,
          unit: 'root fields a minute',
          text: 'Uploads of one tenant.',
        }),
        points: points('UPLOAD_POINTS_PER_MINUTE', 30_000, 'Points of those documents.'),
      },
      generations: {
        operations: requests('GENERATIONS_PER_MINUTE', {
          default: 1_200,
          unit: 'root fields a minute',
          text: 'Mutations of one tenant that buy or create something at Runway.',
        }),
        points: points('GENERATION_POINTS_PER_MINUTE', 240_000, 'Points of those documents.'),
      },
      admin: {
        operations: requests('ADMIN_PER_MINUTE', {
          default: 1_200,
          unit: 'root fields a minute',
          text: 'All other mutations of one tenant, and the fields for operators.',
        }),
        points: points('ADMIN_POINTS_PER_MINUTE', 120_000, 'Points of those documents.'),
      },
    },
  },
};
