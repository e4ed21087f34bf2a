import { ChainKeys } from '../../../../src/services/audit/chain-keys.js';
import { anAuditRecord } from '../../../support/audit/audit.js';

const NEW = 'the new key, which has 32 characters or more';
const OLD = 'the old key, which has 32 characters or more';
const FIRST = { position: 0, mac: '' };

const keysOf = (...lines: string[]) => new ChainKeys(lines.join('\n'), 'AUDIT_KEY_FILE');

describe('ChainKeys', () => {
  it('seals with the first key, and verifies with every one', () => {
    const record = anAuditRecord();
    const rotated = keysOf(NEW, '', OLD, '');
    const old = keysOf(OLD);
    expect(rotated.current.mark).toBe(keysOf(NEW).current.mark);
    expect(rotated.marks).toEqual([rotated.current.mark, old.current.mark]);
    const seal = old.current.seal(FIRST, record);
    expect(rotated.isSealed(FIRST, record, seal, old.current.mark)).toBe(true);
    expect(rotated.isSealed(FIRST, record, seal, null)).toBe(true);
    expect(rotated.isSealed(FIRST, record, seal, rotated.current.mark)).toBe(false);
    expect(keysOf(NEW).isSealed(FIRST, record, seal, null)).toBe(false);
    const beginning = { ...seal, proof: old.current.prove(seal) };
    expect(rotated.isProved(beginning)).toBe(true);
    expect(keysOf(NEW).isProved(beginning)).toBe(false);
  });

  it('takes a file with one key and without a line break as before', () => {
    expect(keysOf(`${OLD}\r`).current.mark).toBe(keysOf(OLD).current.mark);
  });

  it('refuses a short line and too many, and names the setting and no key', () => {
    const short = 'too short for one';
    for (const make of [
      () => keysOf(''),
      () => keysOf(short),
      () => keysOf(OLD, short),
      () => keysOf(...Array.from({ length: 101 }, () => OLD)),
    ]) {
      expect(make).toThrow(/^AUDIT_KEY_FILE: the file must hold (?!.*too short for one)/);
    }
  });
});
