import type { Agent } from 'node:http';
import { optionalPackage } from '../../ports/optional-package.js';

/*
 * The part of OpenTelemetry's packages that the gateway uses. The packages are optional, so that
 * their types may be missing; test/unit/adapters/opentelemetry-types.test.ts compares these with
 * them.
 */

export interface SdkSpanContext {
  readonly traceId: string;
  readonly spanId: string;
  readonly traceFlags: number;
  readonly isRemote?: boolean;
}

/** Seconds and nanoseconds since 1970. */
export type SdkTime = [number, number];

type SdkAttributes = Record<string, string | number | boolean>;

export interface SdkSpan {
  spanContext(): SdkSpanContext;
  isRecording(): boolean;
  setAttributes(attributes: SdkAttributes): unknown;
  setStatus(status: { readonly code: number }): unknown;
  end(time?: SdkTime): void;
}

/** Opaque: an object of the API. */
export type SdkContext = object;

export interface SdkTracer {
  startSpan(
    name: string,
    options: {
      kind?: number;
      root?: boolean;
      attributes?: SdkAttributes;
      startTime?: SdkTime;
      links?: { context: SdkSpanContext }[];
    },
    context: never,
  ): SdkSpan;
}

export interface SdkExporter {
  export(spans: never, done: (result: { code: number; error?: Error }) => void): void;
  shutdown(): Promise<void>;
  forceFlush?(): Promise<void>;
}

export interface SdkProvider {
  getTracer(name: string): SdkTracer;
  forceFlush(): Promise<void>;
  shutdown(): Promise<void>;
}

export interface ApiPackage {
  readonly ROOT_CONTEXT: SdkContext;
  readonly trace: { setSpanContext(context: never, spanContext: SdkSpanContext): SdkContext };
}

export type SdkSampler = object;

export interface TracePackage {
  readonly BasicTracerProvider: new (options: {
    resource: never;
    sampler: never;
    spanProcessors: never[];
    spanLimits: { attributeValueLengthLimit: number };
  }) => SdkProvider;
  readonly BatchSpanProcessor: new (
    exporter: never,
    options: {
      maxQueueSize: number;
      maxExportBatchSize: number;
      scheduledDelayMillis: number;
      exportTimeoutMillis: number;
    },
  ) => object;
  readonly AlwaysOnSampler: new () => SdkSampler;
  readonly AlwaysOffSampler: new () => SdkSampler;
  readonly TraceIdRatioBasedSampler: new (ratio: number) => SdkSampler;
  readonly ParentBasedSampler: new (options: { root: never }) => SdkSampler;
}

export interface ResourcePackage {
  resourceFromAttributes(attributes: Record<string, string>): object;
}

export interface ExporterPackage {
  readonly OTLPTraceExporter: new (options: {
    url: string;
    headers: Record<string, string>;
    timeoutMillis: number;
    compression: never;
    httpAgentOptions: (protocol: string) => Agent;
  }) => SdkExporter;
}

export interface SdkPackages {
  readonly api: ApiPackage;
  readonly traces: TracePackage;
  readonly resources: ResourcePackage;
  readonly exporter: ExporterPackage;
}

const WANTED_BY = 'OTEL_EXPORTER_OTLP_ENDPOINT';

/** The package of each protocol of OTEL_EXPORTER_OTLP_PROTOCOL. */
const EXPORTERS = { 'http/protobuf': 'exporter-trace-otlp-proto' } as const;

export type OtlpProtocol = keyof typeof EXPORTERS;

/** Throws a configuration error where one of them is not installed. */
export async function loadSdk(protocol: OtlpProtocol): Promise<SdkPackages> {
  const load = (name: string) => optionalPackage(`@opentelemetry/${name}`, WANTED_BY);
  return {
    api: (await load('api')) as ApiPackage,
    traces: (await load('sdk-trace-node')) as TracePackage,
    resources: (await load('resources')) as ResourcePackage,
    exporter: (await load(EXPORTERS[protocol])) as ExporterPackage,
  };
}
