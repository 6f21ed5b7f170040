import { Form } from "@remix-run/react";
import { ArrowRight } from "lucide-react";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "./demo-accounts";

/** One button a person: each is a form of its own, so it works without JavaScript. */
export function DemoSignIn({ next }: { next: string }) {
  return (
    <section aria-labelledby="demo" className="grid gap-3 border-t border-line pt-6">
      <div>
        <h2 id="demo" className="text-lg font-semibold">
          Try the demo
        </h2>
        <p className="text-sm text-muted">
          Sign in as one of these people with a click, or type their address above. The password of all is{" "}
          <code className="font-mono text-ink">{DEMO_PASSWORD}</code>.
        </p>
      </div>
      <ul className="grid divide-y divide-line rounded-md border border-line bg-surface">
        {DEMO_ACCOUNTS.map(({ email, who, sees }) => (
          <li key={email}>
            <Form method="post">
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={DEMO_PASSWORD} />
              <input type="hidden" name="next" value={next} />
              <button
                type="submit"
                aria-label={`Sign in as ${who}`}
                className="group flex w-full items-center gap-4 px-4 py-2.5 text-left hover:bg-hover"
              >
                <span className="grid min-w-0 grow gap-x-4 sm:grid-cols-[13rem_minmax(0,1fr)]">
                  <span className="font-medium">{who}</span>
                  <span className="text-sm text-muted sm:leading-6">{sees}</span>
                </span>
                <ArrowRight aria-hidden className="size-4 shrink-0 text-muted group-hover:text-accent" />
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
