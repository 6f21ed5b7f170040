import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { NewTestLink } from "~/features/assessments/authoring/test-links";
import { listTests } from "~/features/assessments/office-tests/list-tests.server";
import { TestTable } from "~/features/assessments/office-tests/test-table";
import { OfficeFrame } from "~/features/assessments/office/office-frame";
import { anyWork, WorkWaitingLinks } from "~/features/assessments/waiting/work-waiting";
import { workWaiting } from "~/features/assessments/waiting/work-waiting.server";
import { requireActor } from "~/features/auth/require-actor.server";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Section } from "~/ui/page";
import { Pager } from "~/ui/pager";

export const meta: MetaFunction = () => [{ title: "Test office · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const after = new URL(args.request.url).searchParams.get("after");
  const [page, work] = await Promise.all([listTests(actor, { after }), workWaiting(actor)]);
  return { ...page, work, first: after === null };
}

export default function Tests() {
  const { tests, next, first, work } = useLoaderData<typeof loader>();
  return (
    <OfficeFrame
      title="Test office"
      lead="How tests and their questions do, what waits to be marked, and what people object to."
      actions={<NewTestLink />}
    >
      {anyWork(work) ? (
        <Section title="Waiting for you" description="From all tests, whoever runs them.">
          <WorkWaitingLinks work={work} />
        </Section>
      ) : null}
      <Section title="Tests" titleHidden>
        {tests.length > 0 ? (
          <TestTable tests={tests} />
        ) : (
          <EmptyState
            title={first ? "You run no test yet" : "There are no more tests"}
            action={first ? <ButtonLink to="/test-office/banks">Go to the question banks</ButtonLink> : null}
          >
            {first
              ? "A test draws its questions from a bank. Begin with a bank, write some questions, and make a test from them. How people answer them is shown here."
              : "Go back to the first page to see them all."}
          </EmptyState>
        )}
        <Pager
          next={next ? `/test-office?after=${next}` : null}
          summary={
            first ? null : (
              <Link to="/test-office" className="link">
                Back to the first page
              </Link>
            )
          }
        />
      </Section>
    </OfficeFrame>
  );
}
