import { optionalText, type TextCheck } from '../setting-types.js';

/** A host, `.suffix` or `*.suffix`, or an address (of IPv6 in brackets), with a port where one is meant. */
const DIRECT_HOST = /^(?:(?:\*?\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/** A user comes with a password, and both can be decoded: otherwise the proxy would be told neither. */
function hasWholeCredential({ username, password }: URL): boolean {
  try {
    return (decodeURIComponent(username) === '') === (decodeURIComponent(password) === '');
  } catch {
    return false;
  }
}

function isProxyAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false;
  return url.pathname === '/' && url.search === '' && url.hash === '' && hasWholeCredential(url);
}

const proxyAddress: TextCheck = {
  accepts: isProxyAddress,
  error:
    'must be the address of a proxy such as http://proxy.example.com:3128, with http:// or https://, without a path, and with both user and password or neither.',
};

function listsDirectHosts(text: string): boolean {
  const hosts = text.split(/[,\s]+/).filter((host) => host !== '');
  return text === '*' || hosts.every((host) => DIRECT_HOST.test(host));
}

/** The names that curl, Node and others have for these, and their custom that lower case goes first. */
export const outwardSettings = {
  outward: {
    httpsProxy: optionalText('HTTPS_PROXY', {
      otherName: 'https_proxy',
      type: 'URL',
      check: proxyAddress,
      isSecret: true,
      whenEmpty: 'HTTP_PROXY',
      text: 'The proxy for https to Runway, to issuers and to the collector of traces: http://user:password@proxy.example.com:3128. The gateway opens a tunnel (CONNECT) and checks the certificate of the server within it.',
    }),
    httpProxy: optionalText('HTTP_PROXY', {
      otherName: 'http_proxy',
      type: 'URL',
      check: proxyAddress,
      isSecret: true,
      whenEmpty: 'plain http goes without a proxy',
      text: 'The proxy for plain http, through a tunnel as well.',
    }),
    noProxy: optionalText('NO_PROXY', {
      otherName: 'no_proxy',
      type: 'list of hosts, comma-separated',
      check: {
        accepts: listsDirectHosts,
        error:
          'must list hosts (example.com, .example.com, example.com:8443), or be * for all of them. Ranges of addresses are not known.',
      },
      whenEmpty: 'all hosts are reached through the proxy',
      text: 'Hosts that are reached without a proxy. A host stands for the names below it too, and for all its ports unless it names one.',
    }),
  },
};
