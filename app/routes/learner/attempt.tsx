import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findSitting, type Place } from "~/features/assessments/sitting/attempt-queries.server";
import { saveAnswers } from "~/features/assessments/sitting/save-answers.server";
import { SittingPage } from "~/features/assessments/sitting/sitting-page";
import { submitAttempt } from "~/features/assessments/sitting/submit-attempt.server";
import { requireActor } from "~/features/auth/require-actor.server";
import { earnedSince } from "~/features/certifications/award-earned.server";
import { now } from "~/platform/clock.server";
import { NotFound } from "~/platform/errors";
import { answerBounds } from "~/features/assessments/sitting/answer-bounds.server";
import { placeAddress } from "~/features/assessments/sitting/place-address";
import { readFields } from "~/platform/http/submit-form.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.sitting.title} · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const attemptId = args.params.attempt!;
  const place = placeIn(new URL(args.request.url).searchParams.get("section"));
  const sitting = await findSitting(actor, { attemptId, place });
  if (!sitting) throw redirect(`/attempts/${attemptId}/result`);
  return { sitting, timeZone: actor.timeZone };
}

/** From the address, where sections and questions count from 1; none means the first with something unanswered. */
function placeIn(text: string | null): Place {
  if (text === null) return "resume";
  if (text === "review") return null;
  if (!/^[1-9][0-9]{0,3}$/.test(text)) throw new NotFound("section");
  return Number(text) - 1;
}

/** Saves the section's answers, then goes on or submits. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const attemptId = args.params.attempt!;
  const form = await readFields(args.request, await answerBounds(actor, args.params.attempt!));
  const { problems, conflicts, ended } = await saveAnswers(actor, { attemptId, form });
  const result = `/attempts/${attemptId}/result`;
  if (ended) return redirect(`${result}?ended=${ended}`);
  if (Object.keys({ ...problems, ...conflicts }).length > 0) {
    const typed = Object.fromEntries(
      [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
    return data({ problems, conflicts, typed }, { status: 422 });
  }
  if (form.get("intent") === "submit") {
    const since = now();
    const closed = await submitAttempt(actor, { attemptId });
    /* Of two submissions at once, either may be the one that the browser follows. */
    const award = closed?.passed === false ? null : await earnedSince(actor.personId, since);
    return redirect(award ? `${result}?earned=${award}` : result);
  }
  const go = form.get("go");
  return redirect(typeof go === "string" ? placeAddress(attemptId, go) : `/attempts/${attemptId}`);
}

export default function AttemptPage() {
  const { sitting, timeZone } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <SittingPage key={sitting.attemptId} sitting={sitting} timeZone={timeZone} refused={refused} />;
}
