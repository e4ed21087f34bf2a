// Guarantee: the studio's page may call the hosts of the Runway that is used, and in production a studio
// that is wanted and was not built is told at the start.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { studioOptions } from '../../../src/app/studio-parts.js';
import { readConfig, type Environment } from '../../../src/config/config.js';
import { silentLog } from '../../support/store/database.js';

describe('studioOptions', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'studio-'));
    writeFileSync(join(folder, 'index.html'), '');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const optionsOf = (environment: Environment, studioFolder = folder) =>
    studioOptions(
      { config: readConfig(environment), log: silentLog },
      { emulator: undefined },
      { studioFolder },
      () => 'https://outputs.example.com',
    );

  it('names where outputs are, and the hosts of Runway', () => {
    const hosts = optionsOf({ RUNWAYML_API_SECRET: 'key_1' })?.hosts;
    expect(hosts?.media()).toEqual(['https://outputs.example.com']);
    expect(hosts).toMatchObject({
      uploads: ['https://*.amazonaws.com'],
      issuer: undefined,
    });
  });

  it('names the address of an emulator that another process runs', () => {
    const env = { RUNWAYML_API_SECRET: 'key_1', RUNWAYML_BASE_URL: 'http://127.0.0.1:4010/v1' };
    expect(optionsOf(env)?.hosts).toMatchObject({
      uploads: ['http://127.0.0.1:4010'],
    });
  });

  it('is nothing where there is no build, and refuses to start in production', () => {
    const nowhere = join(folder, 'none');
    expect(optionsOf({}, nowhere)).toBeUndefined();
    const production = {
      NODE_ENV: 'production',
      OUTPUTS_URL: 'https://outputs.example.com',
      AUDIT_KEY_FILE: '/run/secrets/audit',
      ENCRYPTION_KEY_FILE: '/run/secrets/encryption',
      RUNWAYML_API_SECRET: 'key_1',
    };
    expect(optionsOf(production, nowhere)).toBeUndefined();
    expect(() => optionsOf({ ...production, STUDIO: 'true' }, nowhere)).toThrow('npm run build');
  });
});
