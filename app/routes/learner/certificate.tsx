import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { FileDown } from "lucide-react";
import { requireActor } from "~/features/auth/require-actor.server";
import { AwardTimelineList } from "~/features/certifications/award-timeline-list";
import { certificatePage } from "~/features/certifications/certificate-queries.server";
import { CertificateSheet } from "~/features/certifications/certificate-sheet";
import { EvidenceList } from "~/features/certifications/evidence-list";
import { issuerName } from "~/features/certifications/issuer-name.server";
import { changedWords, stateTitles } from "~/features/certifications/stopped-words";
import { whatWasDone } from "~/platform/http/what-was-done";
import { ButtonLink } from "~/ui/button";
import { DateTime } from "~/ui/date-time";
import { Facts } from "~/ui/facts";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import { StateBadge } from "~/ui/state-badge";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.certificate.title} · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const certificate = await certificatePage(actor, args.params.award!);
  const done = whatWasDone(args.request, changedWords);
  return { certificate, done, issuer: await issuerName(), timeZone: actor.timeZone };
}

export default function CertificatePage() {
  const { certificate, done, issuer, timeZone } = useLoaderData<typeof loader>();
  const { id, title, state, own, holderName, administering, auditing, mayChange } = certificate;
  return (
    <div className="print:[&_header]:hidden">
      <Page
        title={title}
        lead={own ? certificate.summary : `Held by ${holderName}. ${certificate.summary}`}
        badge={<StateBadge state={state} />}
        breadcrumbs={[
          own
            ? { label: "Certificates", to: "/certificates" }
            : {
                label: auditing || administering ? "Home" : "Team",
                to: auditing || administering ? "/" : "/team",
              },
        ]}
        actions={
          <>
            {mayChange && !own ? (
              <ButtonLink to={`/certificates/${id}/change`} variant="secondary">
                Change
              </ButtonLink>
            ) : null}
            <ButtonLink to={`/certificates/${id}.pdf`} reloadDocument>
              <FileDown aria-hidden />
              PDF
            </ButtonLink>
          </>
        }
      >
        {done ? (
          <Notice kind="success" className="print:hidden">
            {done}
          </Notice>
        ) : null}
        {certificate.stoppedAt ? (
          <Notice kind="danger" title={stateTitles[state]}>
            It counted until <DateTime value={certificate.stoppedAt} timeZone={timeZone} />.
            {own && state !== "suspended" ? " Your home page says what to do to earn it again." : null}
          </Notice>
        ) : null}
        {certificate.proposedRevocation && mayChange && !own ? (
          <Notice
            kind="warning"
            title="A revocation waits for a second person"
            action={
              <Link to={`/certificates/${id}/change`} className="link">
                Look at the proposal
              </Link>
            }
          >
            Until it is decided, the certificate stands as it is.
          </Notice>
        ) : null}
        <CertificateSheet issuer={issuer} {...certificate} />
        <div className="grid gap-x-14 gap-y-8 lg:grid-cols-2 print:hidden">
          <Section title="What happened">
            <AwardTimelineList
              label={`What happened to ${title}`}
              timeline={certificate.timeline}
              reasons={certificate.reasons}
              current={id}
              timeZone={timeZone}
            />
          </Section>
          <Section title="What it rests on">
            <EvidenceList evidence={certificate.evidence} linked={auditing} timeZone={timeZone} />
          </Section>
        </div>
        <Section title="For the record" className="print:hidden">
          <Facts
            items={[
              {
                label: "Anyone can check it at",
                value: (
                  <Link to={`/verify/${certificate.code}`} className="link">
                    {certificate.address}
                  </Link>
                ),
              },
              ...(certificate.renewalOpensAt && state === "valid"
                ? [
                    {
                      label: "Can be renewed from",
                      value: <DateTime value={certificate.renewalOpensAt} timeZone={timeZone} />,
                    },
                  ]
                : []),
              ...(own && state === "valid"
                ? [
                    {
                      label: "Badge for other systems",
                      value: (
                        <>
                          <a href={`/certificates/${id}/badge/json`} className="link" download>
                            Open Badge 3.0
                          </a>
                          {" or "}
                          <a href={`/certificates/${id}/badge/jwt`} className="link" download>
                            the same as a JWT
                          </a>
                        </>
                      ),
                    },
                  ]
                : []),
              ...(own && mayChange
                ? [
                    {
                      label: "No longer needed",
                      value: (
                        <Link to={`/certificates/${id}/change`} className="link">
                          Give it back
                        </Link>
                      ),
                    },
                  ]
                : []),
              {
                label: "Record",
                value: <code className="font-mono text-sm break-all">{certificate.recordId}</code>,
              },
              {
                label: "Ledger",
                value:
                  certificate.checkpointSize === null
                    ? "Waiting to be sealed, which takes a few seconds"
                    : `Sealed at checkpoint ${certificate.checkpointSize}`,
              },
            ]}
          />
        </Section>
      </Page>
    </div>
  );
}
