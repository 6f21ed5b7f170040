import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EntryTable } from "~/features/audit/entry-table";
import { ledgerPage } from "~/features/audit/ledger-page.server";
import { Exact } from "~/features/audit/ledger-proof";
import { requireActor } from "~/features/auth/require-actor.server";
import { ButtonLink } from "~/ui/button";
import { DateTime } from "~/ui/date-time";
import { EmptyState } from "~/ui/empty-state";
import { Facts } from "~/ui/facts";
import { Page, Section } from "~/ui/page";
import { Pager } from "~/ui/pager";

export const meta: MetaFunction = () => [{ title: "Ledger · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const before = new URL(args.request.url).searchParams.get("before");
  return { ...(await ledgerPage(actor, before)), timeZone: actor.timeZone };
}

export default function Ledger() {
  const { size, checkpoints, vkey, waiting, entries, next, first, timeZone } = useLoaderData<typeof loader>();
  const newest = checkpoints[0];
  return (
    <Page
      title="Ledger"
      lead="Every record has an entry here that can only be added, never changed. Signed checkpoints let anyone prove later that nothing was altered, removed or put in between."
    >
      <Section title="How it stands">
        <Facts
          columns
          items={[
            { label: "Sealed entries", value: <Figure value={size} /> },
            { label: "Waiting to be sealed", value: <Figure value={waiting} /> },
            {
              label: "Newest checkpoint",
              value: newest ? (
                <DateTime value={newest.sealedAt} timeZone={timeZone} format="datetime" />
              ) : (
                "None yet"
              ),
            },
          ]}
        />
      </Section>
      <Section title="How it works">
        <ul className="grid max-w-[42rem] list-disc gap-1.5 pl-5">
          <li>
            When something is recorded, an entry with its hashes is appended. It holds no personal data: only
            salted commitments, which say nothing without the person’s salt.
          </li>
          <li>
            Every few seconds, entries that wait become leaves of a Merkle tree (RFC 6962), and the root of
            the tree is signed: a checkpoint.
          </li>
          <li>
            Whoever has kept one old checkpoint can prove that the tree of today still begins with the tree of
            then.
          </li>
        </ul>
      </Section>
      {newest && vkey ? (
        <Section title="Check it without trusting this portal">
          <p className="max-w-[42rem]">
            Keep the newest checkpoint and the public key outside the portal. Any software that reads signed
            notes of C2SP can check them. Whoever runs the portal recomputes all of it, and compares it with
            every record, with:
          </p>
          <Exact label="On the portal’s machine">npx attest ledger verify</Exact>
          <Exact label="Newest checkpoint, a signed note">{newest.note}</Exact>
          <Exact label="Public key">{vkey}</Exact>
        </Section>
      ) : null}
      <Section
        title={first ? "Newest entries" : "Earlier entries"}
        actions={
          first ? null : (
            <ButtonLink to="/audit/ledger" variant="secondary" size="small">
              Back to the newest
            </ButtonLink>
          )
        }
      >
        {entries.length > 0 ? (
          <EntryTable entries={entries} timeZone={timeZone} />
        ) : (
          <EmptyState title="There are no entries yet">
            The first one appears when someone completes a course or submits a test.
          </EmptyState>
        )}
        <Pager next={next === null ? null : `/audit/ledger?before=${next}`} />
      </Section>
    </Page>
  );
}

function Figure({ value }: { value: number }) {
  return <span className="text-2xl font-semibold tabular-nums">{value.toLocaleString("en-US")}</span>;
}
