import {
  isAddressIn,
  isAddressRange,
  isRangeIn,
  plainAddress,
} from '../../../src/domain/address-range.js';

describe('address ranges', () => {
  it.each(['192.0.2.1', '10.0.0.0/8', '0.0.0.0/0', '::1', '2001:DB8::/32', '::/0', 'fe80::1/128'])(
    'are %s',
    (text) => {
      expect(isAddressRange(text)).toBe(true);
    },
  );

  it.each(['', 'localhost', '10.0.0', '10.0.0.256', '10.0.0.0/33', '::1/129', '10.0.0.0/08'])(
    'are not %s',
    (text) => {
      expect(isAddressRange(text)).toBe(false);
    },
  );

  it.each([
    '10.0.0.0/',
    '/8',
    'fe80::1%eth0',
    ' 10.0.0.1',
    '10.0.0.1\n',
    '10.0.0.0/8/8',
    '1e1.0.0.1',
  ])('are not %j either', (text) => {
    expect(isAddressRange(text)).toBe(false);
  });

  it('hold the addresses of their networks, whatever form these have', () => {
    const ranges = ['10.1.0.0/16', '192.0.2.7', '2001:db8:1::/48'];
    for (const inside of ['10.1.255.255', '192.0.2.7', '::ffff:10.1.2.3', '::FFFF:0a01:0203']) {
      expect([inside, isAddressIn(ranges, inside)]).toEqual([inside, true]);
    }
    expect(isAddressIn(ranges, '2001:0DB8:0001:ffff::1')).toBe(true);
    for (const outside of ['10.2.0.0', '192.0.2.8', '2001:db8:2::1', '::1', '', 'nonsense']) {
      expect([outside, isAddressIn(ranges, outside)]).toEqual([outside, false]);
    }
    expect(isAddressIn([], '10.1.0.1')).toBe(false);
    expect(isAddressIn(['0.0.0.0/0'], '::1')).toBe(false);
  });

  it('hold a network that lies within one of them', () => {
    const ranges = ['10.0.0.0/25', '10.0.0.192/26', '2001:db8::/32'];
    for (const inside of ['10.0.0.0/25', '10.0.0.1', '10.0.0.200/30', '2001:db8:7::/48']) {
      expect([inside, isRangeIn(ranges, inside)]).toEqual([inside, true]);
    }
    for (const outside of ['10.0.0.0/24', '10.0.0.0/8', '0.0.0.0/0', '2001:db8::/31', '::/0']) {
      expect([outside, isRangeIn(ranges, outside)]).toEqual([outside, false]);
    }
  });

  it('are compared with the plain form of an address', () => {
    expect(plainAddress('::ffff:127.0.0.1')).toBe('127.0.0.1');
    expect(plainAddress('FE80::1%eth0')).toBe('fe80::1');
    expect(plainAddress('2001:0db8:0:0:0:0:0:1')).toBe('2001:db8::1');
    expect(plainAddress('nonsense')).toBe('nonsense');
  });
});
