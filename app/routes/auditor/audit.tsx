import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CertifiedForm } from "~/features/audit/certified-form";
import { whoWasCertified } from "~/features/audit/certified-queries.server";
import { readCertifiedQuestion } from "~/features/audit/certified-question";
import { CertifiedTable } from "~/features/audit/certified-table";
import { CertifiedViews } from "~/features/audit/certified-views";
import { asOfInWords } from "~/features/audit/certified-words";
import { requireActor } from "~/features/auth/require-actor.server";
import { dayOf } from "~/features/people/calendar";
import { now } from "~/platform/clock.server";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import { Pager } from "~/ui/pager";

export const meta: MetaFunction = () => [{ title: "Audit · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const moment = now();
  const question = readCertifiedQuestion(new URL(args.request.url).searchParams, actor.timeZone, moment);
  const answer = await whoWasCertified(actor, question);
  const wrong = Object.keys(question.errors).length > 0;
  const { timeZone } = actor;
  return data({ question, answer, timeZone, today: dayOf(moment, timeZone) }, { status: wrong ? 422 : 200 });
}

export default function Audit() {
  const { question, answer, timeZone, today } = useLoaderData<typeof loader>();
  const { certification, certifications } = answer;
  const { errors, on } = question;
  const sound = Object.keys(errors).length === 0;
  return (
    <Page
      title="Who was certified?"
      lead={`On any day, by what was known on that day or any later one. A day is taken at its end in ${timeZone}, today as it is now.`}
      width="full"
    >
      <CertifiedForm
        question={question}
        certification={certification?.id ?? question.certification}
        certifications={certifications}
      />
      {!sound ? (
        <Notice kind="warning" title="This question cannot be answered as it is">
          {Object.values(errors).flat().join(" ")}
        </Notice>
      ) : certification ? (
        <Answer certification={certification} />
      ) : certifications.length === 0 ? (
        <EmptyState title="There are no certifications yet">
          They come from content/certifications. Once one is published, its holders are listed here.
        </EmptyState>
      ) : (
        <EmptyState title="There is no such certification">Choose one from the list above.</EmptyState>
      )}
      {sound && on > today ? (
        <Notice kind="info">
          This day has not come yet. What is shown will hold if nothing changes until then.
        </Notice>
      ) : null}
    </Page>
  );
}

function Answer({ certification }: { certification: { id: string; title: string } }) {
  const { question, answer, timeZone, today } = useLoaderData<typeof loader>();
  const { view, on, known } = question;
  const { people, counts, next, previous } = answer;
  const asked = { certification: certification.id, view, on, known };
  const when = asOfInWords({ on, known, today });
  const caption = `${view === "certified" ? "Certified" : "Required but not certified"} ${when}`;
  return (
    <Section
      title={certification.title}
      description={`${caption}. People who had left by then are not listed.`}
    >
      <CertifiedViews question={asked} counts={counts} />
      {people.length > 0 ? (
        <CertifiedTable
          people={people}
          view={view}
          certificationId={certification.id}
          caption={caption}
          timeZone={timeZone}
        />
      ) : (
        <EmptyState title={view === "certified" ? `Nobody was certified ${when}` : "Nobody was missing it"}>
          {view === "certified"
            ? "Choose another day or certification. Awards that had expired or been revoked by then do not count."
            : "Everyone whose job role required this certification held it, or nobody was required to."}
        </EmptyState>
      )}
      <Pager next={next && `/audit${next}`} previous={previous && `/audit${previous}`} />
    </Section>
  );
}
