/** The SDK throws for segments that a URL would swallow; we say 404, as Runway would. */
export function isPathId(id: string): boolean {
  return id.length > 0 && !/^\.{1,2}$/.test(id);
}
