// Guarantee: one caller cannot take the room that all bodies have together, and what a body takes
// comes back exactly once.
import { aViewer } from '../../support/auth/a-viewer.js';
import type { Viewer } from '../../../src/domain/tenant/viewer.js';
import { OpenBodies } from '../../../src/http/bodies/open-bodies.js';

const MAX = 1_000;

function viewer(tenantId: string, subject: string): Viewer {
  return aViewer({ tenantId, subject });
}

describe('R6: the room for bodies', () => {
  it('goes to one credential for a quarter, to one tenant for a half, to all for the whole', () => {
    const bodies = new OpenBodies(MAX);
    const open = (tenant: string, subject: string): ((bytes: number) => boolean) =>
      bodies.open(viewer(tenant, subject)).take;
    expect([open('a', 'key:1')(250), open('a', 'key:1')(1)]).toEqual([true, false]);
    expect([open('a', 'key:2')(250), open('a', 'key:3')(1)]).toEqual([true, false]);
    expect([open('b', 'key:4')(250), open('c', 'key:5')(250)]).toEqual([true, true]);
    expect([open('d', 'key:6')(1), bodies.heldBytes]).toEqual([false, MAX]);
  });

  it('counts a credential by its tenant, whatever its name is', () => {
    const bodies = new OpenBodies(MAX);
    expect(bodies.open(viewer('a', 'joe')).take(250)).toBe(true);
    expect(bodies.open(viewer('b', 'joe')).take(250)).toBe(true);
  });

  it('comes back once, however often a body is closed, and a closed body takes nothing', () => {
    const bodies = new OpenBodies(MAX);
    const first = bodies.open(viewer('a', 'key:1'));
    const second = bodies.open(viewer('a', 'key:1'));
    expect([first.take(100), first.take(50), second.take(70)]).toEqual([true, true, true]);
    first.close();
    first.close();
    expect([first.take(10), bodies.heldBytes]).toEqual([false, 70]);
    second.close();
    expect([bodies.heldBytes, bodies.holderCount]).toEqual([0, 0]);
  });

  it('keeps what a refused piece would have taken', () => {
    const bodies = new OpenBodies(MAX);
    const body = bodies.open(viewer('a', 'key:1'));
    expect([body.take(251), body.take(250)]).toEqual([false, true]);
    body.close();
    expect(bodies.holderCount).toBe(0);
  });
});
