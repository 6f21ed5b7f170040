import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { JobRoleDuties } from "~/features/people/job-role-duties";
import { listJobRoles } from "~/features/people/job-role-queries.server";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";

export const meta: MetaFunction = () => [{ title: "Job roles · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "admin");
  return { jobRoles: await listJobRoles(actor) };
}

export default function JobRoles() {
  const { jobRoles } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Job roles"
      lead="What each job role is accountable for. Job roles and their accountabilities are kept as files in content/roles, where a change to them is reviewed."
    >
      {jobRoles.length === 0 ? (
        <EmptyState title="No job role yet">
          Describe one in content/roles and run attest content sync; it then appears here.
        </EmptyState>
      ) : null}
      {jobRoles.map((jobRole) => (
        <JobRoleDuties key={jobRole.id} jobRole={jobRole} />
      ))}
    </Page>
  );
}
