import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Download } from "lucide-react";
import { filterChoices } from "~/features/audit/filter-choices.server";
import { FilterChips } from "~/features/audit/filter-chips";
import { RecordFilterForm } from "~/features/audit/record-filter-form";
import { readRecordQuestion, recordSearch } from "~/features/audit/record-filters";
import { listRecords } from "~/features/audit/record-list.server";
import { RecordTable } from "~/features/audit/record-table";
import { requireActor } from "~/features/auth/require-actor.server";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Pager } from "~/ui/pager";

export const meta: MetaFunction = () => [{ title: "Records · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const address = new URL(args.request.url).searchParams;
  const { cursor, ...question } = readRecordQuestion(address);
  const sound = Object.keys(question.errors).length === 0;
  /* A form sends its empty fields too; the address that is kept or sent to someone should not have them. */
  const emptyFields = [...address.values()].some((value) => value === "");
  if (sound && emptyFields && !cursor) throw redirect(`/audit/records${recordSearch(question)}`);
  const [choices, page] = await Promise.all([
    filterChoices(actor),
    sound ? listRecords(actor, { ...question, cursor }) : null,
  ]);
  return data({ ...question, choices, page, timeZone: actor.timeZone }, { status: sound ? 200 : 422 });
}

export default function Records() {
  const { filters, order, errors, choices, page, timeZone } = useLoaderData<typeof loader>();
  const search = recordSearch({ filters, order });
  return (
    <Page
      title="Records"
      lead={`Everything that was completed, sat, granted or withdrawn, with the evidence for each. Days are those in ${timeZone}.`}
      width="full"
      actions={
        page && page.rows.length > 0 ? (
          <ButtonLink to={`/audit/records.csv${search}`} reloadDocument variant="secondary">
            <Download aria-hidden />
            Download as CSV
          </ButtonLink>
        ) : null
      }
    >
      <RecordFilterForm filters={filters} order={order} errors={errors} choices={choices} />
      <FilterChips filters={filters} order={order} choices={choices} />
      {page === null ? (
        <Notice kind="warning" title="These filters cannot be used as they are">
          {Object.values(errors).flat().join(" ")}
        </Notice>
      ) : page.rows.length === 0 ? (
        <NothingFound filtered={search !== ""} />
      ) : (
        <>
          <RecordTable rows={page.rows} filters={filters} order={order} timeZone={timeZone} />
          <Pager next={page.next} previous={page.previous} summary={countInWords(page.total)} />
        </>
      )}
    </Page>
  );
}

function NothingFound({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <EmptyState
      title="No record matches these filters"
      action={
        <ButtonLink to="/audit/records" variant="secondary">
          Show all records
        </ButtonLink>
      }
    >
      Remove one of the filters above, or widen the dates. Teams, regions and job roles are those of the day
      it happened.
    </EmptyState>
  ) : (
    <EmptyState title="There are no records yet">
      The first one appears when someone completes a course or submits a test.
    </EmptyState>
  );
}

function countInWords(total: number | null): string {
  if (total === null) return "More than 1,000 records";
  return total === 1 ? "1 record" : `${total.toLocaleString("en-US")} records`;
}
