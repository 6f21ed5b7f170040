import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { acceptancePage } from "~/features/certifications/statements/acceptance-page.server";
import { StatementText } from "~/features/certifications/statements/statement-text";
import { DateTime } from "~/ui/date-time";
import { Facts } from "~/ui/facts";
import { Page } from "~/ui/page";
import { StateBadge } from "~/ui/state-badge";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.acceptance.title}, accepted · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  return { acceptance: await acceptancePage(actor, args.params.acceptance!), timeZone: actor.timeZone };
}

export default function Acceptance() {
  const { acceptance, timeZone } = useLoaderData<typeof loader>();
  const { id, own, personName, title, text, acceptedAt, certificationTitle } = acceptance;
  return (
    <Page
      title={title}
      lead={own ? "What you accepted, word for word." : `What ${personName} accepted, word for word.`}
      badge={<StateBadge state="completed" label="Accepted" />}
    >
      <Facts
        items={[
          { label: "Accepted by", value: personName },
          { label: "On", value: <DateTime value={acceptedAt} timeZone={timeZone} format="datetime" /> },
          { label: "Asked for by", value: certificationTitle },
          { label: "Record", value: <code className="font-mono text-sm break-all">{id}</code> },
        ]}
      />
      <StatementText text={text} />
    </Page>
  );
}
