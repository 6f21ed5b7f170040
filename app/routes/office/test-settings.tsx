import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { ArchiveSection } from "~/features/assessments/authoring/archive-section";
import { formFromSettings } from "~/features/assessments/authoring/form-from-settings";
import { settingsAction } from "~/features/assessments/authoring/settings-action.server";
import { TestSettingsForm } from "~/features/assessments/authoring/settings-form";
import { findTestSettings } from "~/features/assessments/authoring/test-queries.server";
import { settingsAddress } from "~/features/assessments/authoring/test-settings";
import { ExportSection } from "~/features/assessments/banks/export-section";
import { OfficeFrame } from "~/features/assessments/office/office-frame";
import { requireActor } from "~/features/auth/require-actor.server";
import { organisationNames } from "~/features/people/organisation-names.server";
import { whatWasDone } from "~/platform/http/what-was-done";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { StateBadge } from "~/ui/state-badge";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Settings of ${data.title} · Attest` : "Attest" },
];

const DONE: Readonly<Record<string, string>> = {
  created: "The test is there as a draft. Choose its banks below, then publish it.",
  saved: "Saved as a draft. Those who take the test see nothing of it until you publish.",
  published: "Published. Whoever begins it from now on gets it like this.",
  archived: "The test is archived.",
  restored: "The test can be taken again.",
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { searchParams } = new URL(args.request.url);
  const { source, ...test } = await findTestSettings(actor, args.params.assessment!);
  const { jobRoles, regions } = await organisationNames();
  return {
    ...test,
    stored: { typed: formFromSettings(source, actor.timeZone), problems: {}, errors: [] },
    names: { jobRoles, regions },
    timeZone: actor.timeZone,
    asked: searchParams.get("confirm") === "archive",
    done: whatWasDone(args.request, DONE),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  return settingsAction(actor, args.params.assessment!, args.request);
}

/** After a conflict, so that saving again is on top of what is stored now. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function TestSettings() {
  const { slug, title, version, state, behind, stored, asked, done, ...page } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const badges = { draft: "draft", published: "published", archived: "closed" } as const;
  return (
    <OfficeFrame
      title={title}
      lead="The rules of the test. They hold for attempts that begin after you publish them."
      badge={<StateBadge state={badges[state]} {...(state === "archived" ? { label: "Archived" } : {})} />}
      actions={
        page.banks.length === 0 ? <ButtonLink to="/test-office/banks">Create a bank first</ButtonLink> : null
      }
    >
      {done && !answer ? <Notice kind="success">{done}</Notice> : null}
      {behind ? (
        <Notice
          kind="warning"
          title="This test goes on with questions that its banks no longer hold as they were"
        >
          {behind} Add questions to the bank or let the section draw fewer, then publish.
        </Notice>
      ) : null}
      <TestSettingsForm
        key={version}
        state={answer ?? stored}
        refused={answer !== undefined}
        version={version}
        published={state !== "draft"}
        banks={page.banks}
        available={page.available}
        names={page.names}
        timeZone={page.timeZone}
      />
      {state === "draft" ? null : <ExportSection base={`/test-office/tests/${slug}`} />}
      <ArchiveSection archived={state === "archived"} asked={asked} here={settingsAddress(slug)} />
    </OfficeFrame>
  );
}
