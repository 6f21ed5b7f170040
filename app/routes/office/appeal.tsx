import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { AppealBadge } from "~/features/assessments/appeals/appeal-badge";
import { AppealFacts } from "~/features/assessments/appeals/appeal-facts";
import { decideForm } from "~/features/assessments/appeals/appeal-form";
import { remedyWords } from "~/features/assessments/appeals/appeal-words";
import { AppealedQuestionItem } from "~/features/assessments/appeals/appealed-question";
import { decideAppeal } from "~/features/assessments/appeals/decide-appeal.server";
import { DecideForm } from "~/features/assessments/appeals/decide-form";
import { findAppeal } from "~/features/assessments/appeals/find-appeal.server";
import { OfficeFrame } from "~/features/assessments/office/office-frame";
import { requireActor } from "~/features/auth/require-actor.server";
import { readFields, submitForm } from "~/platform/http/submit-form.server";
import { FormErrors } from "~/ui/form-errors";
import { Section } from "~/ui/page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Appeal of ${data.appeal.code} · Test office · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  return { appeal: await findAppeal(actor, args.params.appeal!), timeZone: actor.timeZone };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const { id: appealId } = await findAppeal(actor, args.params.appeal!);
  return submitForm(await readFields(args.request), decideForm, async ({ decision, reason }) => {
    const remedy = decision === "full-credit" || decision === "second-marking" ? decision : undefined;
    const state = decision === "rejected" ? "rejected" : "upheld";
    await decideAppeal(actor, { appealId, decision: state, remedy, reason });
    return redirect(`/test-office/appeals?done=${state}`);
  });
}

/** After a conflict, so that the decision somebody else made shows. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function Appeal() {
  const { appeal, timeZone } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { code, state, grounds, decision, remedy, questions, language } = appeal;
  return (
    <OfficeFrame
      title={`Appeal of candidate ${code}`}
      badge={<AppealBadge {...appeal} />}
      breadcrumbs={[{ label: "Appeals", to: "/test-office/appeals" }]}
    >
      {state === "open" ? null : <FormErrors errors={lastResult?.error?.[""]} title="Nothing was recorded" />}
      <AppealFacts appeal={appeal} timeZone={timeZone} />
      <Section title="Grounds" description="In the person's own words.">
        <p className="max-w-[44rem] break-words whitespace-pre-wrap">{grounds}</p>
      </Section>
      <Section title={appeal.position === null ? "The paper" : "The question"}>
        {questions.map((question) => (
          <AppealedQuestionItem key={question.reviewed.position} question={question} lang={language} />
        ))}
      </Section>
      {state === "open" ? (
        <Section title="Decide">
          <DecideForm appeal={appeal} lastResult={lastResult} />
        </Section>
      ) : null}
      {decision ? (
        <Section title={state === "upheld" ? "Upheld" : "Not upheld"}>
          {state === "upheld" ? <p>{remedyWords(remedy)}</p> : null}
          <p className="max-w-[44rem] break-words whitespace-pre-wrap">{decision}</p>
        </Section>
      ) : null}
    </OfficeFrame>
  );
}
