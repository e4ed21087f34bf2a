import { Suspense, useEffect, useRef, type ReactNode } from 'react';
import { IconButton } from '../design/button.js';
import { EmptyState } from '../design/empty-state.js';
import { Icon } from '../design/icon.js';
import { Skeleton } from '../design/skeleton.js';
import { useSession } from '../session/use-session.js';
import { ConnectionBanner } from './connection-banner.js';
import { matchPath, type Params } from './match-path.js';
import { Link, usePlace } from './router.js';
import { useTheme } from './theme.js';
import { ViewBoundary } from './view-boundary.js';
import { VIEWS, type ViewRow } from './views.js';
import './shell.css';

/** The frame of all views: navigation, who is signed in, and the view of the address. */
export function Shell(): ReactNode {
  const { path } = usePlace();
  const found = findView(path);
  const title = found?.row.title ?? 'Not found';
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);
  useEffect(() => {
    document.title = `${title} – Studio`;
    if (before.current !== path) main.current?.focus();
    before.current = path;
  }, [path, title]);
  return (
    <div className="shell">
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <Navigation current={found?.row.under ?? found?.row.path} />
      <main className="main" id="main" ref={main} tabIndex={-1}>
        <ConnectionBanner />
        <ViewBoundary key={path}>
          <Suspense fallback={<Skeleton height="12rem" />}>
            {found === undefined ? <NotFound /> : <found.row.view params={found.params} />}
          </Suspense>
        </ViewBoundary>
      </main>
    </div>
  );
}

function findView(path: string): { readonly row: ViewRow; readonly params: Params } | undefined {
  for (const row of VIEWS) {
    const params = matchPath(row.path, path);
    if (params !== undefined) return { row, params };
  }
  return undefined;
}

function Navigation({ current }: { readonly current: string | undefined }): ReactNode {
  return (
    <header className="bar">
      <Link to="/" className="brand" aria-label="Studio">
        <img src="/studio/icon.svg" alt="" width={28} height={28} />
        <span>Studio</span>
      </Link>
      <nav className="nav" aria-label="Views">
        {VIEWS.map(({ path, title, icon }) =>
          icon === undefined ? null : (
            <Link
              key={path}
              to={path}
              className="nav-link"
              aria-current={path === current ? 'page' : undefined}
            >
              <Icon name={icon} />
              <span>{title}</span>
            </Link>
          ),
        )}
      </nav>
      <Account />
    </header>
  );
}

function Account(): ReactNode {
  const { viewer, signOut } = useSession();
  const { theme, toggle } = useTheme();
  return (
    <div className="account">
      <div className="account-name">
        <strong>{viewer.tenant.name}</strong>
        <span>{viewer.subject}</span>
      </div>
      <IconButton
        label={theme === 'dark' ? 'Use the light theme' : 'Use the dark theme'}
        onClick={toggle}
      >
        <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
      </IconButton>
      <IconButton label="Sign out" onClick={signOut}>
        <Icon name="out" />
      </IconButton>
    </div>
  );
}

function NotFound(): ReactNode {
  return (
    <EmptyState title="There is no such page" action={<Link to="/">Go to Make</Link>}>
      The address may be wrong, or the page may have moved.
    </EmptyState>
  );
}
