import { SAMPLERS } from '../../domain/telemetry/samplers.js';
import {
  choice,
  decimal,
  file,
  flag,
  integer,
  optionalText,
  pairs,
  urlCheck,
  type TextCheck,
} from '../setting-types.js';

const COLLECTOR_CHECKS: readonly TextCheck[] = [
  urlCheck(['http:', 'https:']),
  {
    accepts: (url) => !URL.canParse(url) || new URL(url).username === '',
    error: 'must not hold a user or a password: use OTEL_EXPORTER_OTLP_HEADERS.',
  },
];

/** OpenTelemetry's own names and meanings, so that what sets them for other programs serves here too. */
export const traceSettings = {
  traces: {
    endpoint: optionalText('OTEL_EXPORTER_OTLP_ENDPOINT', {
      type: 'URL',
      check: COLLECTOR_CHECKS,
      whenEmpty: 'no traces, unless OTEL_EXPORTER_OTLP_TRACES_ENDPOINT is set',
      text: 'The collector of traces, which speaks OTLP over HTTP, such as http://127.0.0.1:4318. The gateway adds /v1/traces. Needs the optional packages.',
    }),
    tracesEndpoint: optionalText('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', {
      type: 'URL',
      check: COLLECTOR_CHECKS,
      whenEmpty: 'OTEL_EXPORTER_OTLP_ENDPOINT with /v1/traces',
      text: 'The whole address that traces are sent to.',
    }),
    disabled: flag('OTEL_SDK_DISABLED', {
      default: false,
      text: 'true turns traces off, whatever the other settings say.',
    }),
    exporter: choice('OTEL_TRACES_EXPORTER', ['otlp', 'none'], {
      default: 'otlp',
      text: 'none turns traces off.',
    }),
    protocol: choice('OTEL_EXPORTER_OTLP_PROTOCOL', ['http/protobuf'], {
      default: 'http/protobuf',
      text: 'The only protocol that the gateway speaks.',
    }),
    headers: pairs('OTEL_EXPORTER_OTLP_HEADERS', {
      isSecret: true,
      whenEmpty: 'none',
      text: 'Headers for the collector, such as its credential: name=value, comma-separated, values percent-encoded.',
    }),
    tracesHeaders: pairs('OTEL_EXPORTER_OTLP_TRACES_HEADERS', {
      isSecret: true,
      whenEmpty: 'none',
      text: 'More of such headers. One that both name has this value.',
    }),
    timeoutMs: integer('OTEL_EXPORTER_OTLP_TIMEOUT', {
      default: 10_000,
      min: 1,
      max: 60_000,
      unit: 'ms',
      text: 'How long the gateway tries to send one batch.',
    }),
    compression: choice('OTEL_EXPORTER_OTLP_COMPRESSION', ['none', 'gzip'], {
      default: 'none',
      text: 'Compression of what is sent to the collector.',
    }),
    tls: {
      caFile: file('OTEL_EXPORTER_OTLP_CERTIFICATE', {
        whenEmpty: 'the authorities that Node knows',
        text: 'Authorities in PEM that the collector’s certificate must be of.',
      }),
      certFile: file('OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE', {
        text: 'The gateway’s own certificate for the collector, in PEM.',
      }),
      keyFile: file('OTEL_EXPORTER_OTLP_CLIENT_KEY', {
        text: 'The private key of OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE in PEM.',
      }),
    },
    serviceName: optionalText('OTEL_SERVICE_NAME', {
      whenEmpty: 'service.name of OTEL_RESOURCE_ATTRIBUTES, else runway-graphql-gateway',
      text: 'The name of the gateway in traces.',
    }),
    resource: pairs('OTEL_RESOURCE_ATTRIBUTES', {
      whenEmpty: 'none',
      text: 'More facts about this process in its traces: name=value, comma-separated, values percent-encoded. For example deployment.environment.name=production.',
    }),
    sampler: choice('OTEL_TRACES_SAMPLER', SAMPLERS, {
      default: 'parentbased_always_on',
      text: 'Which traces are recorded. The parentbased ones follow the decision of a client’s traceparent, if its credential is good; the others do not.',
    }),
    samplerRatio: decimal('OTEL_TRACES_SAMPLER_ARG', {
      default: 1,
      min: 0,
      max: 1,
      text: 'The share of traces that the traceidratio samplers record.',
    }),
    batches: {
      delayMs: integer('OTEL_BSP_SCHEDULE_DELAY', {
        default: 5_000,
        min: 1,
        max: 600_000,
        unit: 'ms',
        text: 'How long a span waits for others of its batch.',
      }),
      queueMax: integer('OTEL_BSP_MAX_QUEUE_SIZE', {
        default: 2_048,
        min: 1,
        max: 100_000,
        text: 'Spans that may wait. More are dropped, so that a collector that is away costs no memory.',
      }),
      spansMax: integer('OTEL_BSP_MAX_EXPORT_BATCH_SIZE', {
        default: 512,
        min: 1,
        max: 100_000,
        text: 'Spans of one batch.',
      }),
      timeoutMs: integer('OTEL_BSP_EXPORT_TIMEOUT', {
        default: 30_000,
        min: 1,
        max: 600_000,
        unit: 'ms',
        text: 'When the next batch no longer waits for the one before it.',
      }),
    },
  },
};
