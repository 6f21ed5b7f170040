import { Facts } from "~/ui/facts";
import { Page } from "~/ui/page";
import { stateLooks } from "~/ui/state-badge";
import { stateTitles } from "./stopped-words";
import type { Verified } from "./certification-queries.server";

const leads: Record<Verified["state"], string> = {
  valid: "It was issued here and counts today.",
  expired: "It was issued here, but no longer counts today.",
  revoked: "It was issued here and taken back. It does not count today.",
  grace: "It was issued here, but no longer counts today.",
  suspended: "It was issued here, but does not count until it is reinstated.",
  surrendered: "It was issued here, and its holder has given it back. It does not count today.",
};

interface VerdictProps {
  found: Verified;
  code: string;
  issuer: string;
  today: string;
}

/** All that a stranger is told. */
export function Verdict({ found, code, issuer, today }: VerdictProps) {
  const { icon: Icon, strong } = stateLooks[found.state === "grace" ? "expired" : found.state];
  return (
    <Page
      title={
        <span className="flex items-start gap-3">
          <Icon aria-hidden className={`mt-0.5 size-7 shrink-0 ${strong}`} />
          {stateTitles[found.state]}
        </span>
      }
      lead={leads[found.state]}
      width="text"
    >
      <div className="grid gap-1">
        <p className="font-serif text-3xl">{found.holderName}</p>
        <p className="font-serif text-xl text-accent">{found.title}</p>
      </div>
      <Facts
        items={[
          { label: "Edition", value: found.edition },
          { label: "Issued by", value: issuer },
          { label: "Code", value: <span className="font-mono">{code}</span> },
          { label: "Checked on", value: `${today} (UTC)` },
        ]}
      />
      <p className="text-sm text-muted">
        Compare the name and the title with the certificate in your hands. If they differ, trust this page.
      </p>
    </Page>
  );
}
