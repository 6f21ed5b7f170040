import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { SkipLink } from "./skip-link";
import { Wordmark } from "./wordmark";

/** For pages outside the portal: signing in, verifying a certificate, a page that is not there. */
export function PublicShell({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-[44rem] flex-col px-5 sm:px-8">
      <SkipLink />
      <header className="pt-8 pb-2 sm:pt-16">
        <Link to="/" aria-label="Attest, home" className="inline-flex min-h-8 items-center">
          <Wordmark />
        </Link>
      </header>
      <main id="main" tabIndex={-1} className="min-w-0 grow py-6 sm:py-8">
        {children}
      </main>
      <footer className="border-t border-line py-5 text-sm text-muted print:hidden">
        <p>
          Holding a certificate from this portal?{" "}
          <Link to="/verify" className="link">
            Check that it is genuine
          </Link>
        </p>
      </footer>
    </div>
  );
}
