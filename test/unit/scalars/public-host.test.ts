import { isPublicHost } from '../../../src/scalars/public-host.js';

describe('a host name', () => {
  it.each([
    ...['example.com', 'Assets.Example.COM', 'a.b.c.d.e.co.uk', 'storage.googleapis.com'],
    ...['media.example', 'ec2-54-1-2-3.compute-1.amazonaws.com', '8.8.8.8.example.com'],
    ...['127.0.0.example.com', '1.2.3.4.5.example.org', 'svc.example.com', 'nip.io.example.com'],
    ...['notnip.io', 'my-lan.net', 'local.host.dev', '256.0.0.1.example.com'],
  ])('V8: %s can be public', (host) => {
    expect(isPublicHost(host)).toBe(true);
  });

  it.each([
    ...['x.svc', 'x.lan', 'x.corp', 'x.home', 'x.internal', 'x.test', 'x.invalid', 'x.onion'],
    ...['x.local', 'a.b.LOCALHOST', 'x.localdomain', 'x.intranet', 'x.private', 'x.mail', 'x.alt'],
    ...['x.home.arpa', '1.0.0.127.in-addr.arpa', 'x.consul', 'x.default.svc.cluster.local'],
  ])('V8: %s is in no public network', (host) => {
    expect(isPublicHost(host)).toBe(false);
  });

  it.each([
    ...['127.0.0.1.nip.io', 'nip.io', 'a.7f000001.nip.io', 'app-10-0-0-1.sslip.io', 'x.lvh.me'],
    ...[
      'localtest.me',
      'a.localtest.me',
      '127-0-0-1.traefik.me',
      'x.1u.ms',
      '7f000001.c0a80001.rbndr.us',
    ],
    ...['10.0.0.1.example.com', 'a.192.168.1.1.b.example.com', '169.254.169.254.example.com'],
    ...['1.127.0.0.1.example.com', '172.31.0.1.example.com', '100.64.0.1.example.com'],
  ])('V8: %s spells an address that is not public', (host) => {
    expect(isPublicHost(host)).toBe(false);
  });
});
