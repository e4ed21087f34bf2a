import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import './design/tokens.css';
import './design/base.css';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place for the studio.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
