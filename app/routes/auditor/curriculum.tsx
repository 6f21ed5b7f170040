import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { readCurriculum } from "~/features/standards/curriculum/curriculum-queries.server";
import { JobRoleCoverTable } from "~/features/standards/curriculum/job-role-cover";
import { JobRoleFilter } from "~/features/standards/curriculum/job-role-filter";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";

export const meta: MetaFunction = () => [{ title: "Curriculum · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const chosen = new URL(args.request.url).searchParams.get("role");
  const { jobRoles } = await readCurriculum(actor);
  return { jobRoles, chosen };
}

export default function CurriculumPage() {
  const { jobRoles, chosen } = useLoaderData<typeof loader>();
  const shown = jobRoles.filter(({ id }) => chosen === null || id === chosen);
  const gaps = shown.reduce((sum, role) => sum + role.gaps, 0);
  return (
    <Page
      title="Curriculum"
      lead="What shows that somebody meets each accountability of their job role, as it is required today: the certification and why, the courses in which it is learned, the tests and sign-offs, and the clause of the standard."
      width="full"
    >
      {jobRoles.length > 0 ? <JobRoleFilter jobRoles={jobRoles} chosen={chosen} /> : null}
      {gaps > 0 ? (
        <Notice kind="warning" title={gaps === 1 ? "There is a gap" : `There are ${gaps} gaps`}>
          Each is marked where it is. A gap closes when the files in content/ say what shows the
          accountability.
        </Notice>
      ) : null}
      {shown.map((jobRole) => (
        <JobRoleCoverTable key={jobRole.id} {...jobRole} />
      ))}
      {jobRoles.length === 0 ? (
        <EmptyState title="No job role yet">
          Describe one in content/roles, with what its accountabilities require, and it appears here.
        </EmptyState>
      ) : shown.length === 0 ? (
        <EmptyState title="There is no such job role">Choose one from the list above.</EmptyState>
      ) : null}
    </Page>
  );
}
