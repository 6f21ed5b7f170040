import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Facts } from "~/ui/facts";
import { Section } from "~/ui/page";
import { Table, Td, Th } from "~/ui/table";
import type { RecordEvidence } from "./record-evidence";

/** Text that someone may want to check byte for byte. */
export function Exact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <figure className="grid gap-1.5">
      <figcaption className="text-sm text-muted">{label}</figcaption>
      <pre className="rounded-md border border-line bg-sunken p-3 font-mono text-xs whitespace-pre-wrap [overflow-wrap:anywhere]">
        {children}
      </pre>
    </figure>
  );
}

export function LedgerProof({ evidence }: { evidence: RecordEvidence }) {
  const { entry } = evidence.ledger;
  const { place } = entry;
  return (
    <Section
      title="Ledger entry"
      description={
        <>
          Holds no personal data: it commits to the record by salted hashes.{" "}
          <Link to="/audit/ledger" className="link">
            What the ledger is
          </Link>
        </>
      }
    >
      <Facts
        items={[
          { label: "Entry", value: <Hash>{entry.entryId}</Hash> },
          {
            label: "Leaf index",
            value: place ? place.leafIndex.toLocaleString("en-US") : "None yet: it waits to be sealed",
          },
          { label: "Leaf hash", value: <Hash>{entry.leafHash}</Hash> },
        ]}
      />
      <Exact label="Entry, canonical JSON">{entry.body}</Exact>
      {place ? (
        <>
          <Exact label="Inclusion proof with its checkpoint, in the format of c2sp.org/tlog-proof">
            {place.proof}
          </Exact>
          <Exact label="Public key that signed the checkpoint">{place.vkey}</Exact>
        </>
      ) : null}
    </Section>
  );
}

export function PinnedHashes({ evidence }: { evidence: RecordEvidence }) {
  const hashes = [...evidence.pinned, { what: "This record's document", hash: evidence.documentHash }];
  return (
    <Section
      title="Pinned hashes"
      description="SHA-256 of everything that the record rests on, as it was at that moment."
    >
      <Table caption="Hashes by what they pin" captionHidden>
        <thead>
          <tr>
            <Th>What</Th>
            <Th>Hash</Th>
          </tr>
        </thead>
        <tbody>
          {hashes.map(({ what, hash }) => (
            <tr key={what}>
              <Th scope="row">{what}</Th>
              <Td>
                <Hash>{hash}</Hash>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <details>
        <summary className="inline-flex min-h-7 items-center text-sm font-medium text-accent">
          The whole document as it was recorded
        </summary>
        <div className="mt-2">
          <Exact label="Document, canonical JSON">{evidence.document}</Exact>
        </div>
      </details>
    </Section>
  );
}

function Hash({ children }: { children: string }) {
  return <code className="font-mono text-xs [overflow-wrap:anywhere] print:text-[7pt]">{children}</code>;
}
