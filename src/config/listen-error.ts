/** What a failed `listen` says: the cause, and the setting to change. */
export function listenError(
  cause: unknown,
  portSetting: 'PORT' | 'EMULATOR_PORT',
  { host, port }: { readonly host: string; readonly port: number },
): Error {
  const { code = 'unknown error' } = cause as NodeJS.ErrnoException;
  const at = `port ${String(port)} of ${host}`;
  const said = LISTEN_ERRORS[code]?.(at, portSetting);
  return new Error(said ?? `Cannot listen on ${at} (${code}). Set ${portSetting} or HOST.`, {
    cause,
  });
}

const LISTEN_ERRORS: Readonly<Record<string, (at: string, portSetting: string) => string>> = {
  EADDRINUSE: (at, portSetting) =>
    `Another process listens on ${at}. Set ${portSetting} to a free port, or stop that process.`,
  EACCES: (at, portSetting) =>
    `This user may not listen on ${at}. Set ${portSetting} to a port from 1024 on.`,
  EADDRNOTAVAIL: (at) => `This machine has no such address: ${at}. Set HOST to one of its own.`,
  ENOTFOUND: (at) =>
    `HOST is not the name of this machine: ${at}. Set HOST to one of its addresses.`,
};
