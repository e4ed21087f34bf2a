import { Component, type ReactNode } from 'react';
import { Button } from '../design/button.js';
import { Notice } from '../design/notice.js';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly error?: Error;
}

/** Keeps the navigation when a view fails, e.g. because its script could not be loaded. */
export class ViewBoundary extends Component<Props, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return (
      <Notice
        tone="bad"
        title="This page could not be shown"
        actions={
          <Button
            onClick={() => {
              window.location.reload();
            }}
          >
            Reload
          </Button>
        }
      >
        Reload it to try again. What is being made goes on meanwhile.
      </Notice>
    );
  }
}
