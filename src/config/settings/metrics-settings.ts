import { isIPv4, isIPv6 } from 'node:net';
import { flag, optionalInteger, text } from '../setting-types.js';

export const metricsSettings = {
  metrics: {
    port: optionalInteger('METRICS_PORT', {
      min: 0,
      max: 65_535,
      whenEmpty: 'no metrics',
      text: 'TCP port of the metrics for Prometheus, at GET /metrics; 0 for any free port. It needs the optional package prom-client.',
    }),
    host: text('METRICS_HOST', {
      type: 'address',
      default: '127.0.0.1',
      check: {
        accepts: (host) => isIPv4(host) || isIPv6(host),
        error: 'must be an address.',
      },
      text: 'Address to serve metrics on; 0.0.0.0 or :: for all. The metrics have no credential: let only your Prometheus reach the port.',
    }),
    tenants: flag('METRICS_TENANTS', {
      default: false,
      text: 'Adds metrics that name tenants: credits and live tasks of the 100 tenants that have most. Set it where every reader of the metrics may know the tenants.',
    }),
  },
};
