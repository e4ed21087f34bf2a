/** A domain name, an IPv4 address or an IPv6 address in brackets: URL lets more through. */
const HOST = /^(?:[a-z0-9.-]+|\[[0-9a-f:]+\])$/;

/** Whether a text is one exact origin of web pages (RFC 6454): scheme, host and port, nothing else. */
export function isWebOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, origin } = new URL(text);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && HOST.test(hostname) && origin === text;
}
