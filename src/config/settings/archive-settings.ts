import { isWebOrigin } from '../../domain/origin.js';
import {
  flag,
  integer,
  openChoice,
  optionalInteger,
  optionalText,
  text,
  urlCheck,
} from '../setting-types.js';

const RATE_MAX = 1_000_000_000;

export const archiveSettings = {
  outputs: {
    url: optionalText('OUTPUTS_URL', {
      type: 'origin',
      check: {
        accepts: isWebOrigin,
        error: 'must be an origin such as https://outputs.example.com, without a path.',
      },
      whenEmpty:
        'the gateway’s address under the other name of this machine (localhost, 127.0.0.1)',
      requiredInProduction:
        'the origin that outputs are served from, e.g. https://outputs.example.com; it leads to this gateway and is another one than PUBLIC_URL.',
      text: 'The origin that media are served from, at /outputs/. It leads to this gateway, which tells it by the Host header, and serves nothing else there. It must be another origin than PUBLIC_URL, so that no file can act as a page of the gateway.',
    }),
    linkMinutes: integer('OUTPUT_LINK_MINUTES', {
      default: 15,
      min: 1,
      max: 1_440,
      unit: 'minutes',
      text: 'How long the address of an output is good for. Every read of a task gives a new one.',
    }),
    openMax: integer('OUTPUTS_OPEN_MAX', {
      default: 256,
      min: 1,
      max: 100_000,
      unit: 'downloads',
      text: 'Outputs that one process sends at the same time; one tenant may have half of them. A request over the limit gets 503.',
    }),
    addressRequests: integer('OUTPUTS_PER_ADDRESS_PER_MINUTE', {
      default: 1_200,
      min: 1,
      max: RATE_MAX,
      unit: 'requests a minute',
      text: 'Requests of one address for outputs. Players ask for a video in many parts.',
    }),
    tenantRequests: integer('OUTPUTS_PER_TENANT_PER_MINUTE', {
      default: 12_000,
      min: 1,
      max: RATE_MAX,
      unit: 'requests a minute',
      text: 'Requests for outputs of one tenant, from all addresses.',
    }),
  },
  archive: {
    kind: openChoice('ARCHIVE', ['off', 'filesystem', 's3'], {
      whenEmpty: 'filesystem beside the embedded database, off with DATABASE_URL',
      text: 'Where outputs are copied when their task succeeds, before Runway’s addresses expire. filesystem: DATA_DIR/outputs, for one process. s3: a bucket. off: outputs are served from Runway for as long as it keeps them.',
    }),
    redirects: flag('ARCHIVE_REDIRECT', {
      default: false,
      text: 'With ARCHIVE=s3: sends clients to signed addresses of the bucket, in place of streaming files through the gateway. What that gives up is in docs/operating/archive.md.',
    }),
    s3: {
      bucket: optionalText('ARCHIVE_S3_BUCKET', {
        type: 'name of a bucket',
        text: 'The bucket of ARCHIVE=s3.',
      }),
      endpoint: optionalText('ARCHIVE_S3_ENDPOINT', {
        type: 'URL',
        check: urlCheck(['https:', 'http:']),
        whenEmpty: 'Amazon S3 in the region',
        text: 'Address of an S3-compatible server.',
      }),
      region: text('ARCHIVE_S3_REGION', {
        default: 'us-east-1',
        text: 'Region of the bucket.',
      }),
      prefix: text('ARCHIVE_S3_PREFIX', {
        default: 'outputs/',
        text: 'What the keys of the objects begin with.',
      }),
      accessKeyId: optionalText('ARCHIVE_S3_ACCESS_KEY_ID', {
        isSecret: true,
        whenEmpty:
          'the AWS SDK looks for credentials by itself: its own variables, or the role of the machine',
        text: 'Access key of the bucket. Set together with ARCHIVE_S3_SECRET_ACCESS_KEY.',
      }),
      secretAccessKey: optionalText('ARCHIVE_S3_SECRET_ACCESS_KEY', {
        isSecret: true,
        text: 'The secret of ARCHIVE_S3_ACCESS_KEY_ID.',
      }),
      serverSideEncryption: openChoice('ARCHIVE_S3_ENCRYPTION', ['AES256', 'aws:kms'], {
        whenEmpty: 'the default of the bucket',
        text: 'How the bucket encrypts objects.',
      }),
      kmsKey: optionalText('ARCHIVE_S3_KMS_KEY', {
        type: 'id of a key',
        text: 'The KMS key of ARCHIVE_S3_ENCRYPTION=aws:kms.',
      }),
    },
    openMax: integer('ARCHIVE_COPIES_OPEN_MAX', {
      default: 8,
      min: 1,
      max: 1_000,
      unit: 'copies',
      text: 'Outputs that one process copies at the same time.',
    }),
    fileMegabytesMax: integer('ARCHIVE_FILE_MB_MAX', {
      default: 10_240,
      min: 1,
      max: 5_000_000,
      unit: 'MB of 1,000,000 bytes',
      text: 'Larger outputs are not copied.',
    }),
    tenantMegabytesMax: optionalInteger('ARCHIVE_TENANT_MB_MAX', {
      min: 1,
      max: 1_000_000_000,
      unit: 'MB of 1,000,000 bytes',
      whenEmpty: 'no limit',
      text: 'What one tenant may have in the archive. Outputs beyond it are not copied.',
    }),
    megabytesPerSecond: optionalInteger('ARCHIVE_MB_PER_SECOND', {
      min: 1,
      max: 100_000,
      unit: 'MB a second',
      whenEmpty: 'no limit',
      text: 'What all copies of one process may fetch together.',
    }),
    retentionDays: optionalInteger('ARCHIVE_RETENTION_DAYS', {
      min: 1,
      max: 36_500,
      unit: 'days',
      whenEmpty: 'as long as the task exists (RETENTION_DAYS)',
      text: 'Age at which copies are erased while their tasks are still there.',
    }),
  },
};
