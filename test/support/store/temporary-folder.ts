/** What `os.tmpdir()` answers from now on, until the suite ends. */
export function setTemporaryFolder(folder: string): void {
  process.env['TMPDIR'] = folder;
}
