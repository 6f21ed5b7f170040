import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { CertificateList } from "~/features/certifications/certificate-list";
import { stepWords } from "~/features/certifications/step-words";
import { myCertificates } from "~/features/certifications/certification-queries.server";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Page, Section } from "~/ui/page";

export const meta: MetaFunction = () => [{ title: "Certificates · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  return { ...(await myCertificates(actor)), timeZone: actor.timeZone };
}

export default function Certificates() {
  const { valid, past, others, timeZone } = useLoaderData<typeof loader>();
  return (
    <Page title="Certificates" lead="What you hold, what you have held, and what else there is to earn.">
      <Section title="Valid">
        {valid.length > 0 ? (
          <CertificateList certificates={valid} timeZone={timeZone} />
        ) : (
          <EmptyState
            title="You hold no certificate at the moment"
            action={<ButtonLink to="/">See your next step</ButtonLink>}
          >
            A certificate is issued the moment you have completed its courses and passed its test. It then
            appears here, as a page, a PDF to print, and a code that anyone can check.
          </EmptyState>
        )}
      </Section>
      {past.length > 0 ? (
        <Section title="Past" description="Kept as they were: a record is never deleted.">
          <CertificateList certificates={past} timeZone={timeZone} />
        </Section>
      ) : null}
      {others.length > 0 ? (
        <Section title="To earn">
          <ul className="divide-y divide-line border-y border-line">
            {others.map(({ id, title, edition, summary, lasts, steps }) => (
              <li key={id} id={id} className="grid scroll-mt-20 gap-x-10 gap-y-2 py-4 lg:grid-cols-2">
                <div>
                  <h3 className="font-semibold">
                    <Link to={`/certifications/${id}`} className="link">
                      {title}
                    </Link>
                  </h3>
                  <p className="text-sm text-muted">
                    Edition {edition}, {lasts}
                  </p>
                  <p className="mt-1 text-sm">{summary}</p>
                </div>
                <ul aria-label={`What ${title} asks for`} className="grid content-start gap-1">
                  {steps.map((step) => (
                    <li key={step.key}>
                      <span className="text-sm text-muted">{stepWords[step.kind]}: </span>
                      {step.to ? (
                        <Link to={step.to} className="link">
                          {step.title}
                        </Link>
                      ) : (
                        step.title
                      )}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  );
}
