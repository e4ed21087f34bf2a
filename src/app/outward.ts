import { UndiciOutwardHttp } from '../adapters/outward/undici-outward-http.js';
import type { Base } from './base.js';

/** Targets whose last failure is kept, so that the log tells changes alone. */
const TARGETS_MAX = 1_000;

/** The way out, with the proxies of the settings. The log tells of a target that no proxy leads to once. */
export function openOutward({
  config,
  log,
  shutdown,
}: Pick<Base, 'config' | 'log' | 'shutdown'>): UndiciOutwardHttp {
  const { httpsProxy, httpProxy, noProxy } = config.outward;
  const failed = new Map<string, string>();
  const proxies = { https: httpsProxy, http: httpProxy, none: noProxy };
  const outward = new UndiciOutwardHttp(proxies, (target, code) => {
    if (code === null) {
      if (failed.delete(target)) log.info({ target }, 'the proxy opens connections again');
    } else if (failed.get(target) !== code) {
      if (failed.size >= TARGETS_MAX) failed.clear();
      failed.set(target, code);
      log.warn({ target, code }, 'the proxy opens no connection');
    }
  });
  shutdown.add(() => outward.close());
  return outward;
}
