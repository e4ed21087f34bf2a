import { ApolloProvider } from '@apollo/client/react';
import { createRoot } from 'react-dom/client';
import { createGatewayClient } from 'runway-graphql-gateway-client/apollo';
import { VideoMaker } from './video-maker';

/** Set by vite.config.ts. */
declare const GATEWAY_URL: string;

const client = createGatewayClient({
  url: GATEWAY_URL,
  getToken: async () => await (await fetch('/token')).text(),
});

createRoot(document.getElementById('root')!).render(
  <ApolloProvider client={client}>
    <VideoMaker />
  </ApolloProvider>,
);
