import { FIRST_REQUEST } from './first-request.js';
import { inScript } from './page-nonce.js';

const SCRIPTS = 'https://embeddable-sandbox.cdn.apollographql.com';
const SCRIPT = `${SCRIPTS}/v2/embeddable-sandbox.umd.production.min.js`;
const FRAMES = 'https://sandbox.embed.apollographql.com';

/** 5 s. Some networks swallow requests without a word. */
const LOAD_MS_MAX = 5_000;

/** Nothing but Sandbox itself, and calls to this gateway. */
export function sandboxCsp(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' ${SCRIPTS}`,
    `style-src 'nonce-${nonce}'`,
    `frame-src ${FRAMES}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * Apollo Sandbox, which is not ours to ship: the page loads it from Apollo. Where that cannot be
 * reached, the page goes on to `offlineUrl`. Sandbox then reports nothing to Apollo and does not
 * ask for the schema again and again.
 */
export function sandboxPage(nonce: string, offlineUrl: string): string {
  const options = {
    target: '#sandbox',
    endpointIsEditable: false,
    hideCookieToggle: true,
    runTelemetry: false,
    allowDynamicStyles: false,
    initialState: { ...FIRST_REQUEST, includeCookies: false, pollForSchemaUpdates: false },
  };
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Runway GraphQL gateway</title>
    <style nonce="${nonce}">
      html, body, #sandbox, iframe { height: 100%; width: 100%; margin: 0; border: 0; }
      body { overflow: hidden; font-family: sans-serif; }
    </style>
  </head>
  <body>
    <noscript><p>The explorer needs JavaScript.</p></noscript>
    <div id="sandbox"></div>
    <script nonce="${nonce}">
      const goOffline = () => location.replace(${inScript(offlineUrl)});
      const timer = setTimeout(goOffline, ${String(LOAD_MS_MAX)});
      const script = document.createElement('script');
      script.src = ${inScript(SCRIPT)};
      script.onerror = goOffline;
      script.onload = () => {
        clearTimeout(timer);
        const initialEndpoint = location.origin + location.pathname;
        new window.EmbeddedSandbox({
          ...${inScript(options)},
          initialEndpoint,
          initialSubscriptionEndpoint: initialEndpoint.replace(/^http/, 'ws'),
        });
      };
      document.head.append(script);
    </script>
  </body>
</html>
`;
}
