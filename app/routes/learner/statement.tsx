import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { acceptForm } from "~/features/certifications/statements/accept-form";
import { acceptStatement } from "~/features/certifications/statements/accept-statement.server";
import { AcceptStatementForm } from "~/features/certifications/statements/accept-statement-form";
import { EarlierAcceptances } from "~/features/certifications/statements/earlier-acceptances";
import { statementPage } from "~/features/certifications/statements/statement-page.server";
import { StatementText } from "~/features/certifications/statements/statement-text";
import { readFields, submitForm } from "~/platform/http/submit-form.server";
import { ButtonLink } from "~/ui/button";
import { DateTime } from "~/ui/date-time";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import { StateBadge } from "~/ui/state-badge";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.page.title} · Attest` : "Attest" },
];

const placeOf = ({ params }: LoaderFunctionArgs | ActionFunctionArgs) => ({
  certificationId: params.certification!,
  statementId: params.statement!,
});

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const done = new URL(args.request.url).searchParams.has("done");
  return { page: await statementPage(actor, placeOf(args)), done, timeZone: actor.timeZone };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const place = placeOf(args);
  await statementPage(actor, place);
  const accept = async ({ hash }: { hash: string }) => {
    await acceptStatement(actor, { ...place, hash });
    return redirect(`/statements/${place.certificationId}/${place.statementId}?done`);
  };
  /* Another text is not accepted by a tick that was meant for the one before. */
  return submitForm(await readFields(args.request), acceptForm, accept, { hideFields: ["accepted"] });
}

/** After a conflict, so that the text which is in force now shows. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function Statement() {
  const { page, done, timeZone } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const { certification, title, text, hash, accepted, open, earlier } = page;
  return (
    <Page
      title={title}
      lead={`A statement that ${certification.title} asks you to accept.`}
      badge={accepted ? <StateBadge state="completed" label="Accepted" /> : null}
      breadcrumbs={[{ label: "Certificates", to: "/certificates" }]}
    >
      {accepted ? (
        <Notice
          kind={done ? "success" : "info"}
          title={done ? "You have accepted this statement" : undefined}
          action={
            <Link to={`/acceptances/${accepted.id}`} className="link">
              What is kept of it
            </Link>
          }
        >
          Accepted on <DateTime value={accepted.at} timeZone={timeZone} format="datetime" />.
        </Notice>
      ) : null}
      <StatementText text={text} />
      {open ? <AcceptStatementForm key={hash} hash={hash} lastResult={lastResult} /> : null}
      {done && accepted ? <ButtonLink to="/">See your next step</ButtonLink> : null}
      {!open && !accepted ? (
        <Notice kind="info" title="There is nothing to accept now">
          You hold {certification.title}. You are asked again when it can be renewed.
        </Notice>
      ) : null}
      {earlier.length > 0 ? (
        <Section title="Accepted before">
          <EarlierAcceptances earlier={earlier} timeZone={timeZone} />
        </Section>
      ) : null}
    </Page>
  );
}
