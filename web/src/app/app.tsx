import type { ReactNode } from 'react';
import { ToastProvider } from '../design/toast.js';
import { SessionGate } from '../session/session-gate.js';
import { Shell } from './shell.js';
import './theme.js';
import '../design/components.css';

export function App(): ReactNode {
  return (
    <ToastProvider>
      <SessionGate>
        <Shell />
      </SessionGate>
    </ToastProvider>
  );
}
