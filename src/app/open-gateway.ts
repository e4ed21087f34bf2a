import { listenError } from '../config/listen-error.js';
import { grantSeeded } from './local-emulator.js';
import { operatorKeyFile } from './operator-key-file.js';
import { findUnfitDocuments } from '../policy/document/trusted-document-list.js';
import { DEFAULT_TENANT } from '../services/keys/keys.js';
import type { Gateway } from './assemble.js';
import type { Base } from './base.js';
import { warnOfSuspectVariables } from './suspect-variables.js';
import { warnOfPlainHttp } from './files/tls-files.js';
import { unawaited } from '../concurrency/unawaited.js';

/** Opens the port, begins all work, and returns the base URL. */
export async function openGateway(base: Base, gateway: Gateway): Promise<string> {
  const { config, clock, log } = base;
  const { files, runway, storage, server, tokens, loops } = gateway;
  warnOfPlainHttp(config, log);
  warnOfSuspectVariables(config, log);
  followFiles(base, gateway);
  const url = await server.listen(config.port, config.host).catch((error: unknown) => {
    throw listenError(error, 'PORT', config);
  });
  tokens.address.listensAt(url);
  // The ports are ours: from here on the start leaves traces, and Runway is called.
  await files.signing.follow();
  await storage.audit.start();
  await gateway.keys.bootstrap(
    config.bootstrapApiKey === undefined
      ? { file: operatorKeyFile(config) }
      : { bootstrapKey: config.bootstrapApiKey },
  );
  if (runway.emulator !== undefined) {
    await grantSeeded(storage.stores, {
      tenantId: DEFAULT_TENANT,
      runwayAccount: runway.accounts.operator,
      createdAt: clock.now(),
    });
  }
  // Not waited for: an issuer that is away must not keep the gateway from starting.
  unawaited(tokens.trust.warmUp(), { name: 'keys of token issuers', log });
  for (const loop of loops) loop.start();
  followSecret(base, gateway);
  const emulator = runway.emulator?.url;
  log.info({ url, store: storage.database.kind, emulator }, 'the gateway is up');
  return url;
}

/** The files that may be replaced while the gateway runs. */
function followFiles({ shutdown }: Base, { files, graph, server }: Gateway): void {
  const { secrets, tls, documents, signing } = files;
  for (const file of [secrets, tls, documents, signing]) shutdown.add(() => file.stop());
  documents.follow((manifest) => findUnfitDocuments(graph, manifest));
  tls.follow((material) => {
    server.replaceTls(material);
  });
}

/** The operator's secret, in its file or in the store. */
function followSecret({ signals, log }: Base, { files, queued }: Gateway): void {
  const follow = (): Promise<void> => queued.follow();
  files.secrets.follow(follow);
  signals.on('operatorSecret', () => {
    unawaited(follow(), { name: 'a new operator secret', log });
  });
}
