import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { accountAction } from "~/features/auth/account-action.server";
import { ChangePasswordForm } from "~/features/auth/change-password-form";
import { ThemeForm, TimeZoneForm } from "~/features/auth/display-forms";
import { requireActor } from "~/features/auth/require-actor.server";
import { SessionList } from "~/features/auth/session-list";
import { ownSessions } from "~/features/auth/session-queries.server";
import { ACCESS_WORDS } from "~/features/people/access-words";
import { ownProfile } from "~/features/people/own-profile.server";
import { TIME_ZONES } from "~/features/people/time-zones.server";
import { readFields } from "~/platform/http/submit-form.server";
import { whatWasDone } from "~/platform/http/what-was-done";
import { Facts } from "~/ui/facts";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import { themeOf } from "~/ui/theme";

export const meta: MetaFunction = () => [{ title: "Account · Attest" }];

const DONE: Record<string, string> = {
  password: "Your password is changed. Every other device has been signed out.",
  "session-ended": "That device is signed out.",
  "others-ended": "Every other device is signed out.",
  "time-zone": "The time zone is saved.",
  theme: "The colours are saved for this browser.",
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const [profile, sessions] = await Promise.all([ownProfile(actor), ownSessions(actor)]);
  const { name, email, timeZone, access } = actor;
  const done = whatWasDone(args.request, DONE);
  const theme = themeOf(args.request.headers.get("Cookie"));
  return { name, email, timeZone, access, profile, sessions, done, theme, zones: TIME_ZONES };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  return accountAction(actor, await readFields(args.request), args.request.headers.get("User-Agent") ?? "");
}

export default function Account() {
  const { name, email, timeZone, access, profile, sessions, done, theme, zones } =
    useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const none = <span className="text-muted">None</span>;
  return (
    <Page title="Account" width="text">
      {done ? <Notice kind="success">{done}</Notice> : null}
      <Section title="You" description="An administrator can correct these.">
        <Facts
          items={[
            { label: "Name", value: name },
            { label: "E-mail", value: email },
            { label: "Employee number", value: profile.employeeNumber },
            { label: "Job role", value: profile.jobRoles.join(", ") || none },
            { label: "Team", value: profile.team ?? none },
            { label: "Region", value: profile.region ?? none },
            { label: "Access", value: access.map((each) => ACCESS_WORDS[each].name).join(", ") || none },
          ]}
        />
      </Section>
      <Section title="Display">
        <TimeZoneForm timeZone={timeZone} zones={zones} error={lastResult?.error?.timeZone?.[0]} />
        <ThemeForm theme={theme} />
      </Section>
      <Section
        title="Signed-in devices"
        description="If you do not know one of them, sign it out and change your password."
      >
        <SessionList sessions={sessions} timeZone={timeZone} />
      </Section>
      <Section title="Password" description="Changing it signs every other device out.">
        <ChangePasswordForm email={email} lastResult={lastResult} />
      </Section>
    </Page>
  );
}
