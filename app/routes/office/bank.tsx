import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { Plus } from "lucide-react";
import { renamedBank } from "~/features/assessments/banks/bank-forms";
import { openBank } from "~/features/assessments/banks/bank-policy.server";
import { listQuestions } from "~/features/assessments/banks/bank-queries.server";
import { RenameBankForm } from "~/features/assessments/banks/bank-title-form";
import { renameBank } from "~/features/assessments/banks/create-bank.server";
import { DoneNotice, doneIn } from "~/features/assessments/banks/done-notice";
import { ExportSection } from "~/features/assessments/banks/export-section";
import { filterAddress, readQuestionFilter } from "~/features/assessments/banks/question-filter";
import { QuestionFilters } from "~/features/assessments/banks/question-filters";
import { QuestionTable } from "~/features/assessments/banks/question-table";
import { OfficeFrame } from "~/features/assessments/office/office-frame";
import { requireActor } from "~/features/auth/require-actor.server";
import { readFields, submitForm } from "~/platform/http/submit-form.server";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Section } from "~/ui/page";
import { Pager } from "~/ui/pager";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.bank.title} · Question banks · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { searchParams } = new URL(args.request.url);
  const filter = readQuestionFilter(searchParams);
  return { ...(await listQuestions(actor, args.params.bank!, filter)), filter, done: doneIn(args.request) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const { slug: bank } = await openBank(actor, args.params.bank!);
  return submitForm(await readFields(args.request), renamedBank, async ({ title }) => {
    await renameBank(actor, { bank, title });
    return redirect(`/test-office/banks/${bank}?done=renamed`);
  });
}

export default function Bank() {
  const { bank, questions, next, filter, done } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const here = `/test-office/banks/${bank.slug}`;
  const filtered = filterAddress(bank.slug, filter, { after: "" }) !== here;
  return (
    <OfficeFrame
      title={bank.title}
      breadcrumbs={[{ label: "Question banks", to: "/test-office/banks" }]}
      actions={
        <>
          <ButtonLink to={`${here}/pictures`} variant="secondary">
            Pictures
          </ButtonLink>
          <ButtonLink to={`${here}/import`} variant="secondary">
            Import
          </ButtonLink>
          <ButtonLink to={`${here}/questions/new`}>
            <Plus aria-hidden />
            Add a question
          </ButtonLink>
        </>
      }
    >
      <DoneNotice done={done} />
      <QuestionFilters bank={bank.slug} filter={filter} />
      {questions.length > 0 ? (
        <QuestionTable bank={bank.slug} questions={questions} />
      ) : filtered || filter.after ? (
        <EmptyState title="No question matches">Try fewer words or another filter.</EmptyState>
      ) : (
        <EmptyState
          title="No questions yet"
          action={<ButtonLink to={`${here}/questions/new`}>Add the first question</ButtonLink>}
        >
          Write them one by one, or import a file from Moodle, from another bank or from a spreadsheet.
        </EmptyState>
      )}
      <Pager
        next={next ? filterAddress(bank.slug, filter, { after: next }) : null}
        summary={
          filter.after ? (
            <Link to={filterAddress(bank.slug, filter, { after: "" })} className="link">
              Back to the first page
            </Link>
          ) : null
        }
      />
      <ExportSection base={here} />
      <Section title="Title" description="The bank keeps its address, since tests name it by that.">
        <RenameBankForm key={bank.title} title={bank.title} lastResult={lastResult} />
      </Section>
    </OfficeFrame>
  );
}
