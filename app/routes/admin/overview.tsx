import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { contentProblems } from "~/features/content/content-problems.server";
import { OverviewCounts } from "~/features/people/overview-counts";
import { countPeople } from "~/features/people/people-queries.server";
import { env } from "~/platform/env.server";
import { outboxState } from "~/platform/outbox.server";
import { ButtonLink } from "~/ui/button";
import { DateTime } from "~/ui/date-time";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import { Table, Td, Th } from "~/ui/table";

export const meta: MetaFunction = () => [{ title: "Administration · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "admin");
  const [people, outbox, problems] = await Promise.all([
    countPeople(actor),
    outboxState(),
    contentProblems(actor),
  ]);
  return { people, outbox, problems, timeZone: actor.timeZone, demo: env.ATTEST_MODE === "demo" };
}

export default function Overview() {
  const { people, outbox, problems, timeZone, demo } = useLoaderData<typeof loader>();
  return (
    <Page title="Administration" actions={<ButtonLink to="/admin/people/new">Add a person</ButtonLink>}>
      <OverviewCounts
        counts={[
          {
            label: "People",
            value: people.here,
            to: "/admin/people",
            note: "Leavers are not counted.",
          },
          {
            label: "Open invitations",
            value: people.invited,
            to: "/admin/people?state=invited",
            note:
              people.invited === 0
                ? "Everyone has set a password."
                : "They have not set a password yet. Send the link again from their page.",
          },
          {
            label: "Messages waiting",
            value: outbox.waiting,
            ...(demo ? { to: "/demo/mail" } : {}),
            note: "E-mails and follow-ups that go out within seconds.",
          },
          {
            label: "Messages failing",
            value: outbox.failing,
            note:
              outbox.failing === 0
                ? "Every delivery worked."
                : "They are tried again by themselves. Check SMTP_URL and the log.",
          },
        ]}
      />
      <Section
        title="Content"
        description="What is wrong in the content folder. The portal runs with the rest meanwhile."
      >
        {problems.length === 0 ? (
          <Notice kind="success">Everything in the content folder was read without a problem.</Notice>
        ) : (
          <Table caption="Problems in the content folder" captionHidden>
            <thead>
              <tr>
                <Th>Where</Th>
                <Th>What, and what to do</Th>
                <Th>Since</Th>
              </tr>
            </thead>
            <tbody>
              {problems.map(({ id, source, message, foundAt }) => (
                <tr key={id}>
                  <Th scope="row" className="font-mono text-xs break-all">
                    {source}
                  </Th>
                  <Td>{message}</Td>
                  <Td className="whitespace-nowrap">
                    <DateTime value={foundAt} timeZone={timeZone} format="datetime" />
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </Section>
      <Section title="More">
        <ul className="grid gap-1">
          <li>
            <Link to="/admin/organisation" className="link">
              Organisation
            </Link>
            : regions, teams and who manages them
          </li>
          <li>
            <Link to="/admin/job-roles" className="link">
              Job roles
            </Link>
            : what each is accountable for
          </li>
        </ul>
      </Section>
    </Page>
  );
}
