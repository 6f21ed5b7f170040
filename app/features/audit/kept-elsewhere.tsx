import { Link } from "@remix-run/react";
import { Section } from "~/ui/page";

const kinds = ["statement-accepted", "external-certificate-sent", "external-certificate-decided"];

/** What the record is about has a page of its own. */
export function isKeptElsewhere(kind: string): boolean {
  return kinds.includes(kind);
}

interface Props {
  id: string;
  kind: string;
  document: string;
}

export function KeptElsewhere({ id, kind, document }: Props) {
  if (!isKeptElsewhere(kind)) return null;
  const statement = kind === "statement-accepted";
  return (
    <Section title={statement ? "The statement" : "The certificate"}>
      <p>
        <Link
          to={statement ? `/acceptances/${id}` : `/external-certificates/${certificateOf(document)}`}
          className="link"
        >
          {statement
            ? "What was accepted, word for word"
            : "What was sent in, with its file and every decision"}
        </Link>
      </p>
    </Section>
  );
}

function certificateOf(document: string): string {
  try {
    return String((JSON.parse(document) as { certificate?: unknown }).certificate);
  } catch {
    return "unknown";
  }
}
