import { env } from 'node:process';
import { defineConfig, type Connect, type Plugin } from 'vite';
import { issueToken } from './issue-token.ts';

const url = env['GATEWAY_URL'] ?? 'http://127.0.0.1:4000/graphql';

/** `GET /token`, which an application's own server would have. */
function tokenRoute(): Plugin {
  const serve = ({ middlewares }: { middlewares: Connect.Server }): void => {
    middlewares.use('/token', (_request, response, next) => {
      issueToken(url, env['GATEWAY_KEY'] ?? '').then((token) => response.end(token), next);
    });
  };
  return { name: 'token-route', configureServer: serve, configurePreviewServer: serve };
}

export default defineConfig({
  plugins: [tokenRoute()],
  define: { GATEWAY_URL: JSON.stringify(url) },
});
