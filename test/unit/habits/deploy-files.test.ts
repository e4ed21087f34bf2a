// Guarantee: what docs/operating says of the containers is in their files: no root, no writable code,
// no capability, limits, health checks, secrets only in files, and one way out for the gateways.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';
import { SETTING_NAMES } from '../../../src/config/settings.js';

interface Service {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile?: string };
  readonly user?: string;
  readonly read_only: boolean;
  readonly cap_drop: readonly string[];
  readonly cap_add?: readonly string[];
  readonly security_opt: readonly string[];
  readonly privileged?: boolean;
  readonly stop_grace_period: string;
  readonly pids_limit: number;
  readonly deploy: { readonly resources: { readonly limits: Readonly<Record<string, string>> } };
  readonly healthcheck?: object;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly networks:
    readonly string[] | Readonly<Record<string, { readonly ipv4_address?: string }>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly secrets?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const composeText = readFileSync('compose.yaml', 'utf8');
const compose = parse(composeText, { merge: true }) as Compose;
const services = Object.entries(compose.services);
const dockerfiles = ['Dockerfile', 'deploy/container/waf.Dockerfile', 'deploy/egress/Dockerfile'];

function networksOf({ networks }: Service): readonly string[] {
  return Array.isArray(networks) ? (networks as readonly string[]) : Object.keys(networks);
}

function isInternal(network: string): boolean {
  return compose.networks[network]?.internal === true;
}

describe.each(dockerfiles)('%s', (file) => {
  const text = readFileSync(file, 'utf8');
  const lines = text.replaceAll('\\\n', ' ').split('\n');
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));

  it('has no fault that the linter knows', () => {
    expect(validate(text).map(({ message }) => message)).toEqual([]);
    expect(validate('FROM scratch\nRUNN no').length).toBeGreaterThan(0);
  });

  it('takes its base by a tag with a version', () => {
    const bases = lines.flatMap((line) => /^FROM (\S+)/.exec(line)?.[1] ?? []);
    for (const base of bases)
      expect(base).toMatch(/^(?:node:\d+-|debian:)[a-z]+-slim(?:@sha256:[0-9a-f]{64})?$/);
  });

  it('ends as a user without rights, with a health check and a signal to stop', () => {
    const user = last.findLast((line) => line.startsWith('USER '));
    expect(user).toMatch(/^USER (?:1000:1000|proxy|www-data)$/);
    expect(last.some((line) => line.startsWith('HEALTHCHECK '))).toBe(true);
    expect(last.some((line) => line.startsWith('STOPSIGNAL '))).toBe(true);
    expect(last.findLast((line) => line.startsWith('ENTRYPOINT '))).toMatch(/^ENTRYPOINT \["/);
  });

  it('copies only what exists, and no whole tree', () => {
    const context =
      file === 'Dockerfile' ? '.' : file.includes('waf') ? 'deploy/waf' : 'deploy/egress';
    const copied = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(/\s+/).slice(1, -1));
    for (const path of copied)
      expect([path, existsSync(join(context, path))]).toEqual([path, true]);
    if (file === 'Dockerfile') expect(copied).not.toContain('.');
  });
});

describe('The image', () => {
  const text = readFileSync('Dockerfile', 'utf8');

  it('is of the Node that .nvmrc names', () => {
    const version = readFileSync('.nvmrc', 'utf8').trim();
    expect([...text.matchAll(/^FROM node:(\d+)-/gm)].map(([, major]) => major)).toEqual([
      ...Array<string>(3).fill(version),
    ]);
  });

  it('sees only the listed files of the project', () => {
    const [first, ...others] = readFileSync('.dockerignore', 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(first).toBe('*');
    for (const line of others) expect(existsSync(line.replace(/^!/, ''))).toBe(true);
    for (const line of others) expect(line).toMatch(/^!(?!\.)[\w./-]+$/);
  });
});

describe('compose.yaml', () => {
  it.each(services)('%s has no rights that it does not need', (_, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      stop_grace_period: expect.stringMatching(/^\d+s$/) as string,
      pids_limit: expect.any(Number) as number,
      deploy: {
        resources: {
          limits: {
            cpus: expect.any(String) as string,
            memory: expect.stringMatching(/^\d+[mg]$/) as string,
          },
        },
      },
    });
    expect(service.cap_add).toBeUndefined();
    expect(service.privileged).toBeUndefined();
    expect(service.user ?? 'of the image').not.toMatch(/^(?:0|root)/);
    // Each image of ours has its user, others are given one.
    if (service.build === undefined) expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  });

  it.each(services)(
    '%s has an image by version and a health check',
    (_, { image, build, healthcheck }) => {
      expect(image).toMatch(/:v?\d+(?:\.\d+)*(?:-[a-z]+)?(?:@sha256:[0-9a-f]{64})?$/);
      const { context = '', dockerfile = 'Dockerfile' } = build ?? {};
      const ofImage =
        build !== undefined &&
        readFileSync(join(context, dockerfile), 'utf8').includes('HEALTHCHECK ');
      expect(healthcheck !== undefined || ofImage).toBe(true);
    },
  );

  it('starts a gateway when its stores and its way out are healthy, and two of them alike', () => {
    const { 'gateway-a': a, 'gateway-b': b } = compose.services;
    expect(a).toEqual(b);
    const healthy = { condition: 'service_healthy' };
    expect(a?.depends_on).toEqual({ postgres: healthy, redis: healthy, egress: healthy });
  });

  it('mounts only files that are there, and none that it may write', () => {
    const binds = services.flatMap(([, { volumes = [] }]) =>
      volumes.filter((volume) => volume.startsWith('./')),
    );
    expect(binds.length).toBeGreaterThan(1);
    for (const bind of binds) {
      expect(bind).toMatch(/:ro$/);
      expect([bind, existsSync(bind.split(':')[0] ?? '')]).toEqual([bind, true]);
    }
    for (const [, { build }] of services) {
      if (build !== undefined)
        expect(existsSync(join(build.context, build.dockerfile ?? 'Dockerfile'))).toBe(true);
    }
  });

  it('has secrets in files alone, each in a folder that is not committed', () => {
    expect(composeText).not.toMatch(
      /(?:password|secret|api_key)\s*[:=]\s*['"]?[A-Za-z0-9+/]{12,}/i,
    );
    expect(composeText).not.toMatch(/:\/\/[^\s/]+:[^\s/@]+@/);
    for (const { file } of Object.values(compose.secrets))
      expect(file).toMatch(/^\.\/deploy\/secrets\//);
    expect(readFileSync('.gitignore', 'utf8')).toContain('\ndeploy/secrets/\n');
    const used = services.flatMap(([, { secrets = [] }]) => secrets);
    expect(new Set(used)).toEqual(new Set(Object.keys(compose.secrets)));
  });

  it('gives the gateways settings that exist, and secrets that they may read', () => {
    const { environment = {}, secrets = [] } = compose.services['gateway-a'] ?? {};
    const program = readFileSync('deploy/container/secret-files.mjs', 'utf8');
    for (const [name, value] of Object.entries(environment)) {
      const setting = SETTING_NAMES.has(name) ? name : name.replace(/_FILE$/, '');
      expect([name, SETTING_NAMES.has(setting)]).toEqual([name, true]);
      if (setting !== name) expect(program).toContain(`'${setting}'`);
      if (value.startsWith('/run/secrets/'))
        expect(secrets).toContain(value.slice('/run/secrets/'.length));
    }
  });

  it('S4: leaves a gateway no way but to the stores, the firewall, Prometheus and the egress proxy', () => {
    for (const [name, service] of services) {
      const outer = networksOf(service).filter((network) => !isInternal(network));
      expect([name, outer]).toEqual([name, { waf: ['edge'], egress: ['outside'] }[name] ?? []]);
      if (name !== 'waf') expect(service.ports).toBeUndefined();
    }
    const onNetwork = (network: string): readonly string[] =>
      services.filter(([, service]) => networksOf(service).includes(network)).map(([name]) => name);
    const gateways = ['gateway-a', 'gateway-b'];
    expect(onNetwork('front')).toEqual([...gateways, 'waf']);
    expect(onNetwork('stores')).toEqual([...gateways, 'postgres', 'redis']);
    expect(onNetwork('egress')).toEqual([...gateways, 'egress']);
    expect(onNetwork('metrics')).toEqual([...gateways, 'prometheus']);
  });

  it('has the gateways trust the address of the firewall and no other', () => {
    const front = compose.services['waf']?.networks as Readonly<
      Record<string, { ipv4_address?: string }>
    >;
    expect(compose.services['gateway-a']?.environment?.['TRUSTED_PROXIES']).toBe(
      front['front']?.ipv4_address,
    );
  });

  it('has secrets that make-secrets.sh makes, without replacing one', () => {
    const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
    try {
      const run = (): string =>
        execFileSync('bash', ['deploy/compose/make-secrets.sh', folder], { encoding: 'utf8' });
      const told = run();
      const names = Object.values(compose.secrets).map(({ file }) =>
        file.slice('./deploy/secrets/'.length),
      );
      const missing = names.filter((name) => !existsSync(join(folder, name)));
      for (const name of missing)
        expect(told).toContain(`Missing, and yours to write: ${join(folder, name)}`);
      expect(missing).toEqual(['runway_api_secret', 'tls.crt', 'tls.key']);
      const url = readFileSync(join(folder, 'database_url'), 'utf8');
      expect(url).toContain(readFileSync(join(folder, 'postgres_password'), 'utf8').trim());
      expect(statSync(folder).mode & 0o077).toBe(0o011);
      run();
      expect(readFileSync(join(folder, 'database_url'), 'utf8')).toBe(url);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

const SYSTEMD = spawnSync('systemd-analyze', ['--version']);

describe('The unit for systemd', () => {
  const UNIT = 'deploy/systemd/runway-gateway.service';

  it('takes every right that a service can be without', () => {
    const unit = readFileSync(UNIT, 'utf8');
    for (const line of ['DynamicUser=yes', 'NoNewPrivileges=yes', 'CapabilityBoundingSet='])
      expect(unit.split('\n')).toContain(line);
  });

  (SYSTEMD.error === undefined ? it : it.skip)(
    'is read by systemd without a complaint (skipped where systemd-analyze is missing)',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'unit-'));
      const verify = (unit: string): string => {
        const file = join(folder, 'runway-gateway.service');
        writeFileSync(file, unit);
        return spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' }).stderr;
      };
      try {
        // Its Node is where a package installs it.
        const unit = readFileSync(UNIT, 'utf8').replace('/usr/bin/node', process.execPath);
        expect(verify(unit)).toBe('');
        expect(verify(unit.replace('NoNewPrivileges=yes', 'NoNewPrivilege=yes'))).toContain(
          'NoNewPrivilege',
        );
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    30_000,
  );
});
