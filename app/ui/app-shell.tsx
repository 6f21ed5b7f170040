import { Form, Link, useLocation } from "@remix-run/react";
import { LogOut, Menu, Settings } from "lucide-react";
import type { ReactNode } from "react";
import { Nav } from "./nav";
import { SkipLink } from "./skip-link";
import { Wordmark } from "./wordmark";

interface Person {
  name: string;
  access: readonly string[];
  /** Notifications. */
  unread: number;
}

const item =
  "flex min-h-8 w-full items-center gap-2.5 rounded-md px-2.5 text-sm text-muted hover:bg-hover hover:text-ink";

function PersonMenu({ name }: { name: string }) {
  return (
    <div className="mt-6 border-t border-line pt-3 lg:mt-auto">
      <p className="truncate px-2.5 pb-1 text-sm font-medium">{name}</p>
      <Link to="/account" className={item}>
        <Settings aria-hidden className="size-4" />
        Account
      </Link>
      <Form method="post" action="/logout" reloadDocument>
        <button type="submit" className={item}>
          <LogOut aria-hidden className="size-4" />
          Sign out
        </button>
      </Form>
    </div>
  );
}

/**
 * One navigation for all widths: beside the page where there is room, else under the top bar, opened by a
 * details element, so that it works without JavaScript. Keyed by the address so that it closes on the next page.
 */
export function AppShell({ person, children }: { person: Person; children: ReactNode }) {
  const { pathname } = useLocation();
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[14.5rem_minmax(0,1fr)]">
      <SkipLink />
      <header className="sticky top-0 z-20 border-line bg-sunken max-lg:border-b lg:flex lg:h-dvh lg:flex-col lg:border-r print:hidden">
        <div className="relative flex h-full flex-col lg:overflow-y-auto lg:p-3">
          <Link
            to="/"
            className="flex h-12 items-center px-4 lg:mb-3 lg:h-10 lg:px-2.5"
            aria-label="Attest, home"
          >
            <Wordmark />
          </Link>
          <details key={pathname} className="peer absolute top-1.5 right-2 lg:hidden">
            <summary className="flex h-9 list-none items-center gap-2 rounded-md px-2.5 text-sm font-medium hover:bg-hover [&::-webkit-details-marker]:hidden">
              <Menu aria-hidden className="size-5" />
              Menu
            </summary>
          </details>
          <div className="hidden max-h-[calc(100dvh-3rem)] grow flex-col overflow-y-auto px-3 pt-2 pb-4 peer-open:flex lg:flex lg:max-h-none lg:overflow-visible lg:p-0">
            <Nav access={person.access} unread={person.unread} />
            <PersonMenu name={person.name} />
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="min-w-0 px-4 py-6 sm:px-8 sm:py-8 lg:px-10 print:p-0">
        {children}
      </main>
    </div>
  );
}
