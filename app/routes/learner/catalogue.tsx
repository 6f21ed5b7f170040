import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData, useSubmit } from "@remix-run/react";
import { Search } from "lucide-react";
import { requireActor } from "~/features/auth/require-actor.server";
import { courseKindNames } from "~/features/content/course-kind-names";
import { courseKinds } from "~/features/content/lesson";
import { catalogue } from "~/features/learning/catalogue.server";
import { CatalogueList } from "~/features/learning/catalogue-list";
import { courseStates } from "~/features/learning/course-state";
import { jobRoleChoices } from "~/features/people/duties.server";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { SelectField, TextField } from "~/ui/field";
import { Page } from "~/ui/page";
import { Pager } from "~/ui/pager";

export const meta: MetaFunction = () => [{ title: "Courses · Attest" }];

const STATE_NAMES = { "not-started": "Not started", "in-progress": "In progress", completed: "Completed" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const query = new URL(args.request.url).searchParams;
  const filter = {
    query: query.get("q")?.trim() || undefined,
    kind: courseKinds.find((kind) => kind === query.get("kind")),
    jobRole: query.get("role") || undefined,
    state: courseStates.find((state) => state === query.get("state")),
    after: query.get("after") ?? undefined,
  };
  const [found, jobRoles] = await Promise.all([catalogue(actor, filter), jobRoleChoices()]);
  return { ...found, filter, jobRoles };
}

export default function CataloguePage() {
  const { courses, next, filter, jobRoles } = useLoaderData<typeof loader>();
  const submit = useSubmit();
  const { after, ...narrowed } = filter;
  const isNarrowed = Object.values(narrowed).some(Boolean);
  const apply = (event: { currentTarget: HTMLFormElement | null }) =>
    submit(event.currentTarget, { replace: true });
  return (
    <Page
      title="Courses"
      lead="Everything that is open to you. Search looks in titles and in the text of lessons."
    >
      <Form
        role="search"
        className="grid items-end gap-3 sm:grid-cols-[minmax(14rem,2fr)_repeat(3,minmax(0,1fr))_auto]"
        onChange={(event) => {
          if (event.target instanceof HTMLSelectElement) void apply(event);
        }}
      >
        <TextField
          type="search"
          name="q"
          label="Search"
          defaultValue={filter.query}
          placeholder="A product, a rule, a word"
        />
        <SelectField name="kind" label="Kind" defaultValue={filter.kind ?? ""} key={`kind ${filter.kind}`}>
          <option value="">All kinds</option>
          {courseKinds.map((kind) => (
            <option key={kind} value={kind}>
              {courseKindNames[kind]}
            </option>
          ))}
        </SelectField>
        <SelectField
          name="role"
          label="Job role"
          defaultValue={filter.jobRole ?? ""}
          key={`role ${filter.jobRole}`}
        >
          <option value="">All job roles</option>
          {jobRoles.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField
          name="state"
          label="Where you are"
          defaultValue={filter.state ?? ""}
          key={`state ${filter.state}`}
        >
          <option value="">Any</option>
          {courseStates.map((state) => (
            <option key={state} value={state}>
              {STATE_NAMES[state]}
            </option>
          ))}
        </SelectField>
        <Button variant="secondary">
          <Search aria-hidden /> Search
        </Button>
      </Form>

      {courses.length > 0 ? (
        <CatalogueList courses={courses} />
      ) : (
        <EmptyState
          title={isNarrowed ? "No course fits" : "No course is open to you yet"}
          action={
            isNarrowed ? (
              <ButtonLink to="/courses" variant="secondary">
                Show all courses
              </ButtonLink>
            ) : null
          }
        >
          {isNarrowed
            ? "Try fewer or other words, or take a filter away. A slip of the finger is forgiven; a different word is not."
            : "Courses appear here as soon as one is published for your job role or region."}
        </EmptyState>
      )}
      <Pager
        next={next ? `?${new URLSearchParams({ ...parameters(narrowed), after: next })}` : null}
        first={after ? `?${new URLSearchParams(parameters(narrowed))}` : null}
        summary={
          filter.query ? (
            <>
              {courses.length === 1 ? "1 course" : `${courses.length} courses`} for “{filter.query}”.{" "}
              <Link to="/courses" className="link">
                Show all
              </Link>
            </>
          ) : null
        }
      />
    </Page>
  );
}

function parameters(filter: Record<string, string | undefined>): Record<string, string> {
  const names: Record<string, string> = { query: "q", kind: "kind", jobRole: "role", state: "state" };
  return Object.fromEntries(
    Object.entries(filter).flatMap(([key, value]) => (value ? [[names[key]!, value]] : [])),
  );
}
