import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { listBanks } from "~/features/assessments/banks/bank-queries.server";
import { BankTable } from "~/features/assessments/banks/bank-table";
import { newBank } from "~/features/assessments/banks/bank-forms";
import { NewBankForm } from "~/features/assessments/banks/bank-title-form";
import { createBank } from "~/features/assessments/banks/create-bank.server";
import { OfficeFrame } from "~/features/assessments/office/office-frame";
import { requireOffice } from "~/features/assessments/office/office-policy.server";
import { requireActor } from "~/features/auth/require-actor.server";
import { readFields, submitForm } from "~/platform/http/submit-form.server";
import { EmptyState } from "~/ui/empty-state";
import { Section } from "~/ui/page";
import { Pager } from "~/ui/pager";

export const meta: MetaFunction = () => [{ title: "Question banks · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const after = new URL(args.request.url).searchParams.get("after");
  return { ...(await listBanks(actor, after)), first: after === null, timeZone: actor.timeZone };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  requireOffice(actor);
  return submitForm(await readFields(args.request), newBank, async (bank) =>
    redirect(`/test-office/banks/${await createBank(actor, bank)}?done=created`),
  );
}

export default function Banks() {
  const { banks, next, first, timeZone } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  return (
    <OfficeFrame
      title="Question banks"
      lead="Questions that you write or import, for the tests that you run. Tests draw from them."
    >
      {banks.length > 0 ? (
        <BankTable banks={banks} timeZone={timeZone} />
      ) : (
        <EmptyState title={first ? "You have no bank yet" : "There are no more banks"}>
          {first
            ? "A bank holds questions on one subject. Create one below, then write its questions here or import them from a file."
            : "Go back to the first page to see them all."}
        </EmptyState>
      )}
      <Pager
        next={next ? `/test-office/banks?after=${next}` : null}
        summary={
          first ? null : (
            <Link to="/test-office/banks" className="link">
              Back to the first page
            </Link>
          )
        }
      />
      <Section title="New bank">
        <NewBankForm lastResult={lastResult} first={banks.length === 0} />
      </Section>
    </OfficeFrame>
  );
}
