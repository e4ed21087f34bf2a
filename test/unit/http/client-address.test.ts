import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { ClientAddresses } from '../../../src/http/connections/client-address.js';

function requestFrom(remoteAddress: string | undefined, forwardedFor?: string): IncomingMessage {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress });
  const request = new IncomingMessage(socket);
  if (forwardedFor !== undefined) request.headers['x-forwarded-for'] = forwardedFor;
  return request;
}

describe('ClientAddresses', () => {
  it('R2: ignores X-Forwarded-For of a peer that is no trusted proxy', () => {
    const direct = new ClientAddresses([]);
    const behindOthers = new ClientAddresses(['10.0.0.0/8']);
    for (const forwarded of ['1.1.1.1', '10.0.0.1', '2.2.2.2, 1.1.1.1']) {
      expect(direct.of(requestFrom('203.0.113.9', forwarded))).toBe('203.0.113.9');
      expect(behindOthers.of(requestFrom('203.0.113.9', forwarded))).toBe('203.0.113.9');
    }
  });

  it('R2: reads X-Forwarded-For from the right, and not past the first address that is not trusted', () => {
    const addresses = new ClientAddresses(['loopback', '10.0.0.0/8']);
    const of = (forwarded: string): string => addresses.of(requestFrom('127.0.0.1', forwarded));
    expect(of('198.51.100.7')).toBe('198.51.100.7');
    expect(of('1.1.1.1, 198.51.100.7, 10.1.2.3')).toBe('198.51.100.7');
    expect(of('9.9.9.9, 8.8.8.8, 198.51.100.7')).toBe('198.51.100.7');
  });

  it('R2: counts the proxy where it forwards what is no address', () => {
    const addresses = new ClientAddresses(['loopback']);
    for (const forwarded of ['nonsense', '', '1.1.1.1:8080', "' OR 1=1"]) {
      expect(addresses.of(requestFrom('127.0.0.1', forwarded))).toBe('127.0.0.1');
    }
  });

  it('R2: takes all addresses of one IPv6 /56 for one client, and those of the next for another', () => {
    const addresses = new ClientAddresses([]);
    const of = (address: string): string => addresses.of(requestFrom(address));
    const first = of('2001:db8:1:200::1');
    for (const same of ['2001:db8:1:200::2', '2001:db8:1:2ff:ffff::1', '2001:0DB8:1:0210::']) {
      expect(of(same)).toBe(first);
    }
    expect(of('2001:db8:1:300::1')).not.toBe(first);
  });

  it('R2: takes the IPv4-mapped forms of an address for that address', () => {
    const addresses = new ClientAddresses(['loopback']);
    for (const form of ['::ffff:192.0.2.1', '::FFFF:c000:201', '0:0:0:0:0:ffff:192.0.2.1']) {
      expect(addresses.of(requestFrom(form))).toBe('192.0.2.1');
      expect(addresses.of(requestFrom('::ffff:127.0.0.1', form))).toBe('192.0.2.1');
    }
  });

  it('remembers the names of 10,000 addresses and no long text', () => {
    const addresses = new ClientAddresses([]);
    for (let count = 0; count < 10_100; count += 1) {
      addresses.of(requestFrom(`10.0.${String(count >> 8)}.${String(count & 255)}`));
    }
    expect(addresses.rememberedCount).toBe(10_000);
    const long = new ClientAddresses([]);
    long.of(requestFrom(`fe80::1%${'x'.repeat(100)}`));
    expect(long.rememberedCount).toBe(0);
  });

  it('has a name for a connection that has ended', () => {
    expect(new ClientAddresses([]).of(requestFrom(undefined))).toBe('unknown');
  });
});
