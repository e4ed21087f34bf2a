import { findPromtool } from './find-promtool.js';

/** A suite that runs promtool; skipped, with that word, where there is none. */
export function describePromtool(subject: string, suite: (promtool: string) => void): void {
  const promtool = findPromtool();
  if (promtool === undefined) {
    describe.skip(`${subject} (skipped: it is not installed, see PROMTOOL_PATH)`, () => {
      it('needs promtool', () => undefined);
    });
    return;
  }
  describe(subject, () => {
    suite(promtool);
  });
}
