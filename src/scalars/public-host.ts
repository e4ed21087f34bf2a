import { BlockList } from 'node:net';

/*
 * Which host names can be public, told from the name alone: the gateway never resolves or fetches
 * them. A name that passes may still lead anywhere its owner points it; what fetches it must look.
 */

/**
 * Endings that lead nowhere on the public internet, or into the reader's own network. `example` is
 * not among them: documentation uses it, and it resolves to nothing.
 */
const NOT_PUBLIC: ReadonlySet<string> = new Set([
  // Special-use names. Source: IANA's registry of special-use domain names (RFC 6761, 6762, 7686,
  // 8375, 8880, 9476).
  ...['alt', 'arpa', 'invalid', 'local', 'localhost', 'onion', 'test'],
  // Reserved for private networks, or never to be delegated because so many use them. Source: ICANN
  // board resolutions 2018-02-04 (corp, home, mail) and 2024-07-29 (internal).
  ...['corp', 'home', 'internal', 'mail'],
  // What private networks use beside those. Source: RFC 6762, appendix G, and the defaults of routers,
  // of directory servers and of resolvers.
  ...['domain', 'intern', 'intra', 'intranet', 'lan', 'localdomain', 'private', 'workgroup'],
  ...['belkin', 'dhcp', 'fritz', 'gateway', 'localnet', 'router'],
  // Names inside clusters and overlays: Kubernetes, Consul, Docker, and others like them.
  ...[
    'cluster',
    'consul',
    'container',
    'docker',
    'k8s',
    'kube',
    'marathon',
    'mesos',
    'nomad',
    'svc',
  ],
  ...['bit', 'exit', 'gnu', 'i2p', 'zkey'],
]);

/**
 * Services whose names resolve to whatever address stands in them, or always to the reader's own
 * machine, or first to one address and then to another.
 */
const ADDRESS_SERVICES: readonly string[] = [
  ...['nip.io', 'sslip.io', 'xip.io', 'xip.name', 'ip6.name', 'backname.io', 'traefik.me'],
  ...['local.gd', 'localho.st', 'localhost.direct', 'localtest.me', 'lacolhost.com'],
  ...['lvh.me', 'vcap.me', 'fuf.me', 'smackaho.st'],
  ...['1u.ms', 'rbndr.us', 'rebind.it', 'rebind.network'],
];

/** IPv4 addresses that no public name should spell. Source: RFC 6890. */
const PRIVATE_ADDRESSES = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  PRIVATE_ADDRESSES.addSubnet(network, prefix);
}

/**
 * A name of two labels or more whose last is of letters: no IP literal of any form ends so, and
 * userinfo, ports, trailing dots, percent-encoding and non-ASCII do not fit.
 */
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** Whether the name, in any case, can be that of a host on the public internet. */
export function isPublicHost(host: string): boolean {
  const name = host.toLowerCase();
  if (!DOMAIN.test(name)) return false;
  const labels = name.split('.');
  if (labels.some((label) => label.startsWith('xn--'))) return false;
  if (NOT_PUBLIC.has(labels.at(-1) ?? '')) return false;
  if (ADDRESS_SERVICES.some((service) => name === service || name.endsWith(`.${service}`))) {
    return false;
  }
  return !spellsPrivateAddress(labels);
}

/** `127.0.0.1.anything.com`: such names are made for services like those above. */
function spellsPrivateAddress(labels: readonly string[]): boolean {
  return labels.some((_, at) => {
    const numbers = labels.slice(at, at + 4);
    if (numbers.length < 4 || !numbers.every((label) => /^\d{1,3}$/.test(label))) return false;
    return PRIVATE_ADDRESSES.check(numbers.map(Number).join('.'));
  });
}
