import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { figuresOf } from "~/features/assessments/banks/bank-figures.server";
import { openBank } from "~/features/assessments/banks/bank-policy.server";
import { questionAction } from "~/features/assessments/banks/question-action.server";
import { QuestionEditor } from "~/features/assessments/banks/question-editor";
import { kindNames, kindWords } from "~/features/assessments/banks/question-form";
import { QuestionPreview } from "~/features/assessments/banks/question-preview";
import { OfficeFrame } from "~/features/assessments/office/office-frame";
import { QUESTION_KINDS } from "~/features/assessments/questions/question";
import { requireActor } from "~/features/auth/require-actor.server";

export const meta: MetaFunction = () => [{ title: "New question · Attest" }];

const kindIn = (request: Request) =>
  QUESTION_KINDS.find((kind) => kind === new URL(request.url).searchParams.get("kind")) ?? null;
const NOTHING = { typed: {}, problems: {}, errors: [], preview: null };

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const bank = await openBank(actor, args.params.bank!);
  const kind = kindIn(args.request);
  const figures = kind === "hotspot" ? [...(await figuresOf(bank.id)).values()] : [];
  return { bank: { slug: bank.slug, title: bank.title }, kind, figures };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const kind = kindIn(args.request) ?? "single";
  return questionAction(actor, { bank: args.params.bank!, questionId: null, kind }, args.request);
}

export default function NewBankQuestion() {
  const { bank, kind, figures } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <OfficeFrame
      title={kind ? `New question: ${kindNames[kind].toLowerCase()}` : "New question"}
      breadcrumbs={[
        { label: "Question banks", to: "/test-office/banks" },
        { label: bank.title, to: `/test-office/banks/${bank.slug}` },
      ]}
    >
      {kind ? (
        <>
          <QuestionEditor
            key={kind}
            bank={bank.slug}
            kind={kind}
            isNew
            number={null}
            figures={figures}
            state={answer ?? NOTHING}
            refused={answer !== undefined}
          />
          {answer?.preview ? (
            <QuestionPreview key={answer.preview.prompt} question={answer.preview} fresh />
          ) : null}
        </>
      ) : (
        <ul className="grid max-w-[44rem] divide-y divide-line rounded-md border border-line bg-surface">
          {QUESTION_KINDS.map((each) => (
            <li key={each} className="px-4 py-2.5">
              <Link to={`?kind=${each}`} className="link font-medium">
                {kindNames[each]}
              </Link>
              <p className="text-sm text-muted">{kindWords[each]}</p>
            </li>
          ))}
        </ul>
      )}
    </OfficeFrame>
  );
}
