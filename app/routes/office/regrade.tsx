import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findQuestionVersion } from "~/features/assessments/office-tests/find-question-version.server";
import { questionPath } from "~/features/assessments/office-tests/question-address";
import { OfficeFrame } from "~/features/assessments/office/office-frame";
import { QuestionHtml } from "~/features/assessments/questions/question-html";
import { RegradeConfirm } from "~/features/assessments/regrading/regrade-confirm";
import { RegradeForm } from "~/features/assessments/regrading/regrade-form";
import { RegradePreviewShown } from "~/features/assessments/regrading/regrade-preview";
import { regradePage } from "~/features/assessments/regrading/regrade-page.server";
import { regradeConfirmation } from "~/features/assessments/regrading/regrade-reason";
import { regrade } from "~/features/assessments/regrading/regrade.server";
import { treatmentName } from "~/features/assessments/regrading/treatment-words";
import { readChoice } from "~/features/assessments/regrading/treatment-choice";
import { requireActor } from "~/features/auth/require-actor.server";
import { Conflict, Invalid } from "~/platform/errors";
import { readFields, submitForm } from "~/platform/http/submit-form.server";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";

export const meta: MetaFunction = () => [{ title: "Regrade a question · Test office · Attest" }];

function whichOf({ request, params }: LoaderFunctionArgs | ActionFunctionArgs) {
  const version = new URL(request.url).searchParams.get("version");
  return { test: params.assessment!, question: params.question!, version };
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { searchParams, pathname, search } = new URL(args.request.url);
  const { test, address, label, versionId } = await findQuestionVersion(actor, whichOf(args));
  return {
    test: { slug: test.slug, title: test.blueprint.title, language: test.blueprint.language },
    address,
    label,
    versionId,
    here: pathname + search,
    ...(await regradePage(actor, versionId, searchParams)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const { searchParams } = new URL(args.request.url);
  const { test, versionId, address } = await findQuestionVersion(actor, whichOf(args));
  return submitForm(await readFields(args.request), regradeConfirmation, async ({ reason, seen }) => {
    const choice = readChoice(searchParams);
    if (!choice) throw new Conflict("no-choice", "Choose first what is to be done with the question.");
    try {
      await regrade(actor, { ...choice, questionVersionId: versionId, reason, seen: seen || null });
    } catch (error) {
      /* The fields of the key are on the step before. */
      if (error instanceof Invalid && !error.fields.reason) throw new Invalid(error.reason, error.message);
      throw error;
    }
    return redirect(`${questionPath(test.slug, address)}?version=${versionId}&done=regraded`);
  });
}

export default function RegradeQuestion() {
  const { test, address, label, versionId, question, here, choice, preview, errors, refused } =
    useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const page = `${questionPath(test.slug, address)}?version=${versionId}`;
  return (
    <OfficeFrame
      title="Regrade a question"
      lead="For a question that turned out to be faulty after people had answered it. First see what it would change, then decide."
      breadcrumbs={[
        { label: test.title, to: `/test-office/tests/${test.slug}` },
        { label, to: page },
      ]}
    >
      {refused ? <Notice kind="warning">{refused}</Notice> : null}
      {question ? (
        <>
          <Section title="The question" titleHidden>
            <QuestionHtml html={question.body.prompt} lang={test.language} className="max-w-[44rem]" />
          </Section>
          {preview && choice ? (
            <Section
              title={`What it would change: ${treatmentName(choice.treatment).toLowerCase()}`}
              description="Nothing is changed yet."
            >
              <RegradePreviewShown preview={preview} />
              <RegradeConfirm
                here={here}
                back={`${here}&change=1`}
                seen={question.seen}
                lastResult={lastResult}
              />
            </Section>
          ) : (
            <Section title="What to do">
              <FormErrors errors={errors} title="This cannot be previewed yet" />
              <RegradeForm
                versionId={versionId}
                body={question.body}
                current={question.key}
                choice={choice}
                errors={errors}
                lang={test.language}
              />
            </Section>
          )}
        </>
      ) : null}
    </OfficeFrame>
  );
}
