import { readConfig } from '../../../src/config/config.js';
import { suspectVariables } from '../../../src/config/mistyped-settings.js';
import { SETTING_NAMES } from '../../../src/config/settings.js';

/** Variables of shells, Node, Docker, Kubernetes, CI and of libraries that the gateway runs. */
const USUAL = [
  'HOME',
  'HOSTNAME',
  'HOSTTYPE',
  'PATH',
  'PWD',
  'OLDPWD',
  'SHELL',
  'SHLVL',
  'TERM',
  'USER',
  'LANG',
  'LC_ALL',
  'LOGNAME',
  'LS_COLORS',
  'TZ',
  'TMPDIR',
  'CI',
  'DEBUG',
  'EDITOR',
  'NODE_OPTIONS',
  'NODE_VERSION',
  'NODE_EXTRA_CA_CERTS',
  'NODE_NO_WARNINGS',
  'NODE_PATH',
  'NODE_TEST_CONTEXT',
  'NO_COLOR',
  'FORCE_COLOR',
  'PGHOST',
  'PGPASSWORD',
  'PGUSER',
  'POSTGRES_PASSWORD',
  'DATABASE_PASSWORD',
  'REDIS_PASSWORD',
  'TEST_DATABASE_URL',
  'TEST_REDIS_URL',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'OTEL_SERVICE_NAME',
  'KUBERNETES_SERVICE_HOST',
  'KUBERNETES_PORT_443_TCP_ADDR',
  'RUNWAY_GATEWAY_SERVICE_HOST',
  'RUNWAY_GATEWAY_PORT_4000_TCP_PROTO',
  'AUDIT_SERVICE_PORT_HTTP',
  'EMULATOR_PORT_4010_TCP',
  'RUNWAYML_LOG',
  'RUNWAYML_CUSTOM_HEADERS',
  'npm_config_cache',
  'npm_package_name',
  '_',
  '',
];

describe('suspectVariables', () => {
  it('finds a name that differs from a setting by one or two letters, in any case', () => {
    expect(
      suspectVariables(['DATABSE_URL', 'RUNWAYML_API_SECERT', 'PORTS', 'retention_day']),
    ).toEqual([
      { name: 'DATABSE_URL', resembles: 'DATABASE_URL' },
      { name: 'RUNWAYML_API_SECERT', resembles: 'RUNWAYML_API_SECRET' },
      { name: 'PORTS', resembles: 'PORT' },
      { name: 'retention_day', resembles: 'RETENTION_DAYS' },
    ]);
  });

  it('finds a name that begins like settings of the gateway alone', () => {
    expect(suspectVariables(['RUNWAY_RETRIES', 'TRUSTED_PEERS'])).toEqual([
      { name: 'RUNWAY_RETRIES', resembles: undefined },
      { name: 'TRUSTED_PEERS', resembles: undefined },
    ]);
  });

  it('accepts the usual names of an environment, and every setting', () => {
    expect(suspectVariables([...USUAL, ...SETTING_NAMES])).toEqual([]);
  });

  it('is a part of the configuration, without the value', () => {
    const { suspectVariables: found } = readConfig({ BOOTSTRAP_API_KEYS: 'rgk_secret' });
    expect(JSON.stringify(found)).toBe(
      '[{"name":"BOOTSTRAP_API_KEYS","resembles":"BOOTSTRAP_API_KEY"}]',
    );
  });
});
