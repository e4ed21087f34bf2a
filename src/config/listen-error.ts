/** What a failed `listen` says: the cause, and the setting to change. */
export function listenError(
  cause: unknown,
  portSetting: 'PORT' | 'EMULATOR_PORT' | 'METRICS_PORT',
  { host, port }: { readonly host: string; readonly port: number },
): Error {
  const { code = 'unknown error' } = cause as NodeJS.ErrnoException;
  const at = `port ${String(port)} of ${host}`;
  const hostSetting = portSetting === 'METRICS_PORT' ? 'METRICS_HOST' : 'HOST';
  const said = LISTEN_ERRORS[code]?.(at, portSetting, hostSetting);
  return new Error(
    said ?? `Cannot listen on ${at} (${code}). Set ${portSetting} or ${hostSetting}.`,
    {
      cause,
    },
  );
}

const LISTEN_ERRORS: Readonly<
  Record<string, (at: string, portSetting: string, hostSetting: string) => string>
> = {
  EADDRINUSE: (at, portSetting) =>
    `Another process listens on ${at}. Set ${portSetting} to a free port, or stop that process.`,
  EACCES: (at, portSetting) =>
    `This user may not listen on ${at}. Set ${portSetting} to a port from 1024 on.`,
  EADDRNOTAVAIL: (at, _port, host) =>
    `This machine has no such address: ${at}. Set ${host} to one of its own.`,
  ENOTFOUND: (at, _port, host) =>
    `${host} is not the name of this machine: ${at}. Set ${host} to one of its addresses.`,
};
