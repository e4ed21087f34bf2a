import { networkOf } from '../../../src/domain/network.js';

describe('networkOf', () => {
  it.each([
    ['192.0.2.77', '192.0.2.0/24'],
    ['::ffff:192.0.2.77', '192.0.2.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['2001:DB8:1::9', '2001:db8:1::/48'],
    ['2001:db8::1', '2001:db8::/48'],
    ['::1', '::/48'],
    ['fe80::1%eth0', 'fe80::/48'],
  ])('is of %s the network %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('is nothing for a text that is no address', () => {
    expect(networkOf('unknown')).toBeUndefined();
  });
});
