import { Form, Link } from "@remix-run/react";
import { dayInWords } from "~/features/people/calendar";
import { Button } from "~/ui/button";
import { StateBadge } from "~/ui/state-badge";
import type { InboxItem } from "./inbox.server";

interface Digest {
  id: string;
  day: string;
  readAt: Date | null;
  items: readonly InboxItem[];
}

export function InboxList({ digests }: { digests: readonly Digest[] }) {
  return (
    <ol className="grid gap-8">
      {digests.map((digest) => (
        <li key={digest.id}>
          <article aria-labelledby={digest.id}>
            <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line pb-2">
              <h2 id={digest.id} className="flex flex-wrap items-center gap-x-3 font-semibold">
                {dayInWords(digest.day)}
                {digest.readAt ? null : <StateBadge state="in-progress" label="Unread" />}
              </h2>
              {digest.readAt ? null : <ReadForm digest={digest} />}
            </header>
            <ul className="divide-y divide-line">
              {digest.items.map((item) => (
                <Item key={item.id} item={item} />
              ))}
            </ul>
          </article>
        </li>
      ))}
    </ol>
  );
}

function ReadForm({ digest: { id, day } }: { digest: Digest }) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="form" value="read" />
      <input type="hidden" name="digestId" value={id} />
      <Button variant="quiet" size="small" aria-label={`Mark as read: ${dayInWords(day)}`}>
        Mark as read
      </Button>
    </Form>
  );
}

function Item({ item: { words, subjectName, teamName, next } }: { item: InboxItem }) {
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2.5">
      <span className="min-w-0">
        {subjectName ? <span className="font-medium">{subjectName}: </span> : null}
        <span className={next ? undefined : "text-muted"}>{words}</span>
        {teamName ? <span className="block text-sm text-muted">{teamName}</span> : null}
      </span>
      {next ? (
        <Link
          to={next.to}
          className="link text-sm"
          aria-label={subjectName ? `${next.label}: ${subjectName}` : undefined}
        >
          {next.label}
        </Link>
      ) : (
        <StateBadge state="completed" label="Nothing left to do" />
      )}
    </li>
  );
}
