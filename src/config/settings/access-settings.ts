import * as z from 'zod';
import { parseApiKey } from '../../domain/tenant/api-key.js';
import { parseIssuers, type IssuerSettings } from '../../domain/tenant/issuer-settings.js';
import { file, optionalText } from '../setting-types.js';
import { Setting } from '../setting.js';

const issuers = z.string().transform((json, context): readonly IssuerSettings[] => {
  const parsed = parseIssuers(json);
  for (const message of parsed.problems) context.addIssue({ code: 'custom', message });
  return parsed.issuers;
});

export const accessSettings = {
  bootstrapApiKey: optionalText('BOOTSTRAP_API_KEY', {
    type: 'rgk_<id>_<secret>',
    check: {
      accepts: (key) => parseApiKey(key) !== undefined,
      error: 'must be rgk_<id>_<secret>: id of 4–32 a–z 0–9, secret of 22 or more A–Z a–z 0–9.',
    },
    isSecret: true,
    whenEmpty: 'the first start makes an operator key and writes it to DATA_DIR/operator.key',
    text: 'Sets the operator key.',
  }),
  publicUrl: optionalText('PUBLIC_URL', {
    type: 'origin',
    whenEmpty: 'http://HOST:PORT',
    inProduction: 'required with TOKEN_SIGNING_KEYS_FILE or OAUTH_ISSUERS, and https.',
    text: 'Address of the gateway for its clients, such as https://runway.example.com. Access tokens name it.',
  }),
  tokenSigningKeysFile: file('TOKEN_SIGNING_KEYS_FILE', {
    whenEmpty: 'DATA_DIR/token-signing-keys.json, which the gateway makes',
    inProduction: 'empty issues no tokens.',
    text: 'JWK set of private P-256 keys: the first signs the tokens of issueToken, all verify them. The gateway reads it again when it changes.',
  }),
  oauthIssuers: new Setting('OAUTH_ISSUERS', {
    type: 'JSON list',
    schema: issuers,
    empty: [] as readonly IssuerSettings[],
    text: 'OAuth issuers whose access tokens the gateway accepts, such as [{"name":"corp","issuer":"https://login.example.com","tenantClaim":"tenant"}]. docs/operating/access-tokens.md lists the members.',
  }),
};
