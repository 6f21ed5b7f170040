import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { UserPlus } from "lucide-react";
import { requireActor } from "~/features/auth/require-actor.server";
import { peopleAddress, readPeopleFilter } from "~/features/people/people-filter";
import { PeopleFilters } from "~/features/people/people-filters";
import { listPeople } from "~/features/people/people-queries.server";
import { PeopleTable } from "~/features/people/people-table";
import { now } from "~/platform/clock.server";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";
import { Pager } from "~/ui/pager";

export const meta: MetaFunction = () => [{ title: "People · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "admin");
  const filter = readPeopleFilter(new URL(args.request.url).searchParams);
  return { ...(await listPeople(actor, filter)), filter, timeZone: actor.timeZone, now: now() };
}

export default function People() {
  const { people, total, next, names, filter, timeZone, now } = useLoaderData<typeof loader>();
  const reverse = peopleAddress(filter, { order: filter.order === "asc" ? "desc" : "asc", after: null });
  return (
    <Page
      title="People"
      width="full"
      actions={
        <ButtonLink to="/admin/people/new">
          <UserPlus aria-hidden />
          Add a person
        </ButtonLink>
      }
    >
      <PeopleFilters filter={filter} names={names} />
      {people.length > 0 ? (
        <PeopleTable people={people} timeZone={timeZone} order={filter.order} reverse={reverse} now={now} />
      ) : (
        <EmptyState title="No one matches">
          Try fewer words or another filter, or look among everyone.
        </EmptyState>
      )}
      <Pager
        next={next ? peopleAddress(filter, { after: next }) : null}
        summary={
          <>
            {total} {total === 1 ? "person" : "people"}
            {filter.after ? (
              <>
                {" · "}
                <Link to={peopleAddress(filter, { after: null })} className="link">
                  Back to the first page
                </Link>
              </>
            ) : null}
          </>
        }
      />
    </Page>
  );
}
