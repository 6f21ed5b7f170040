import { Form, Link } from "@remix-run/react";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { TextField } from "~/ui/field";
import { Pager } from "~/ui/pager";
import type { Observable } from "./begin-page.server";

interface Props {
  people: readonly Observable[];
  q: string;
  next: string | null;
}

/** Whom to observe: the first step of beginning. */
export function ObservableList({ people, q, next }: Props) {
  return (
    <div className="grid gap-5">
      <Form method="get" role="search" aria-label="People" className="flex flex-wrap items-end gap-3">
        <TextField
          label="Name"
          type="search"
          name="q"
          defaultValue={q}
          maxLength={100}
          className="grow sm:max-w-xs"
        />
        <Button variant="secondary">Find</Button>
      </Form>
      {people.length > 0 ? (
        <ul className="divide-y divide-line border-y border-line">
          {people.map(({ id, name, employeeNumber }) => (
            <li key={id}>
              <Link
                to={`/sign-offs/new?person=${id}`}
                className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 px-1 py-2 hover:bg-hover"
              >
                <span className="font-medium text-accent">{name}</span>
                <span className="text-sm text-muted">{employeeNumber}</span>
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title={q ? "Nobody of that name" : "There is no one to observe yet"}>
          {q
            ? "Look for a part of the name. Only people of teams that you manage are found."
            : "People appear here when an administrator has put them into a team that you manage."}
        </EmptyState>
      )}
      <Pager next={next} />
    </div>
  );
}
