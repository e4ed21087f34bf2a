/** How long something may take that happens in another process. */
const PATIENCE_MS = 15_000;
const PROBE_MS = 20;

/** Tries until `check` no longer throws. For what no event tells: another process, another server. */
export async function eventually(
  check: () => void | Promise<void>,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, PROBE_MS));
  }
}
