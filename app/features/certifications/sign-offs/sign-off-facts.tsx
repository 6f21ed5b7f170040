import { DateTime } from "~/ui/date-time";
import { Facts } from "~/ui/facts";
import type { SignOffPage } from "./sign-off-page.server";
import { viewWords } from "./sign-off-words";

/** Who observed whom, when, and what was said to it. */
export function SignOffFacts({ page, timeZone }: { page: SignOffPage; timeZone: string }) {
  const moment = (value: Date) => <DateTime value={value} timeZone={timeZone} format="datetime" />;
  const { state, stateAt, closedByName, reason } = page;
  const closed = state === "acknowledged" || state === "disputed" || state === "withdrawn";
  return (
    <Facts
      items={[
        { label: "Person", value: page.personName },
        { label: "Observer", value: page.completedByName ?? page.observerName },
        { label: "Checklist", value: `${page.title}, edition ${page.edition}` },
        { label: "Begun", value: moment(page.startedAt) },
        ...(page.completedAt ? [{ label: "Signed", value: moment(page.completedAt) }] : []),
        ...(closed
          ? [
              {
                label: state === "acknowledged" ? "Acknowledged" : viewWords[state],
                value: (
                  <>
                    {moment(stateAt)}, by {closedByName}
                  </>
                ),
              },
            ]
          : []),
        ...(page.comment
          ? [{ label: "Comment", value: <span className="whitespace-pre-line">{page.comment}</span> }]
          : []),
        ...(reason
          ? [{ label: "Reason", value: <span className="whitespace-pre-line">{reason}</span> }]
          : []),
      ]}
    />
  );
}
