// The gateway is built without the optional packages, so it declares the part of them that it uses.
// The compiler compares these declarations with the packages here.
import * as api from '@opentelemetry/api';
import * as exporter from '@opentelemetry/exporter-trace-otlp-proto';
import * as resources from '@opentelemetry/resources';
import * as traces from '@opentelemetry/sdk-trace-node';
import { loadSdk, type SdkPackages } from '../../../src/adapters/opentelemetry/sdk.js';
import { optionalPackage } from '../../../src/ports/optional-package.js';

const PACKAGES: SdkPackages = { api, exporter, resources, traces };

describe('OpenTelemetry’s packages', () => {
  it('are what the gateway takes them for', async () => {
    const loaded = await loadSdk('http/protobuf');
    const used = (packages: SdkPackages): unknown[] => [
      packages.api.trace,
      packages.exporter.OTLPTraceExporter,
      packages.resources.resourceFromAttributes,
      packages.traces.BasicTracerProvider,
      packages.traces.BatchSpanProcessor,
      packages.traces.AlwaysOnSampler,
      packages.traces.AlwaysOffSampler,
      packages.traces.ParentBasedSampler,
      packages.traces.TraceIdRatioBasedSampler,
    ];
    expect(used(loaded)).not.toContain(undefined);
    // The suite has copies of its own.
    const kinds = (parts: unknown[]): string[] => parts.map((part) => typeof part);
    expect(kinds(used(loaded))).toEqual(kinds(used(PACKAGES)));
  });

  it('are named with the remedy where one is missing', async () => {
    await expect(optionalPackage('@opentelemetry/missing', 'A_SETTING')).rejects.toThrow(
      'Bad configuration:\n  A_SETTING needs the package @opentelemetry/missing, which is not installed. Install the optional packages: npm ci --include=optional',
    );
  });
});
