import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AppealProof } from "~/features/audit/appeal-proof";
import { AwardProof } from "~/features/audit/award-proof";
import { CourseProof } from "~/features/audit/course-proof";
import { findRecord } from "~/features/audit/find-record.server";
import { isKeptElsewhere, KeptElsewhere } from "~/features/audit/kept-elsewhere";
import { LedgerProof, PinnedHashes } from "~/features/audit/ledger-proof";
import { OutcomeBadge } from "~/features/audit/outcome-badge";
import { RecordChecks } from "~/features/audit/record-checks";
import { RecordFactList } from "~/features/audit/record-facts";
import { kindWords, wordOf } from "~/features/audit/record-words";
import { SignOffProof } from "~/features/audit/sign-off-proof";
import { TestProof } from "~/features/audit/test-proof";
import { requireActor } from "~/features/auth/require-actor.server";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data
      ? `${data.evidence.facts.title}, ${data.evidence.facts.personName} · Attest`
      : "Record · Attest",
  },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const slug = new URL(args.request.url).searchParams.get("lesson");
  const opened = slug === "all" ? "all" : slug ? { slug } : null;
  return { evidence: await findRecord(actor, args.params.record ?? "", opened), timeZone: actor.timeZone };
}

export default function Record() {
  const { evidence, timeZone } = useLoaderData<typeof loader>();
  const { facts, proof } = evidence;
  return (
    <Page
      title={facts.title}
      lead={`${wordOf(kindWords, facts.kind)}: ${facts.personName}, ${facts.employeeNumber}. Times are those in ${timeZone}.`}
      badge={<OutcomeBadge outcome={facts.outcome} score={facts.score} />}
      breadcrumbs={[
        { label: "Audit", to: "/audit" },
        { label: "Records", to: "/audit/records" },
      ]}
    >
      <Section title="Checked just now">
        <RecordChecks evidence={evidence} timeZone={timeZone} />
      </Section>
      <Section title="Facts">
        <RecordFactList facts={facts} timeZone={timeZone} />
      </Section>
      {proof?.kind === "course" ? (
        <CourseProof proof={proof} recordId={facts.id} timeZone={timeZone} />
      ) : null}
      {proof?.kind === "test" ? <TestProof proof={proof} timeZone={timeZone} /> : null}
      {proof?.kind === "award" ? <AwardProof proof={proof} recordId={facts.id} timeZone={timeZone} /> : null}
      {proof?.kind === "appeal" ? (
        <AppealProof proof={proof} recordId={facts.id} timeZone={timeZone} />
      ) : null}
      {proof?.kind === "sign-off" ? <SignOffProof proof={proof} timeZone={timeZone} /> : null}
      <KeptElsewhere kind={facts.kind} document={evidence.document} id={facts.id} />
      {proof === null && !isKeptElsewhere(facts.kind) ? (
        <Notice kind="warning" title="This document is not of a kind that can be laid out here">
          It is shown below word for word, and the checks above cover it all the same.
        </Notice>
      ) : null}
      <LedgerProof evidence={evidence} />
      <PinnedHashes evidence={evidence} />
    </Page>
  );
}
