import { Link } from "@remix-run/react";
import type { RequiredStep } from "./curriculum";

const KINDS: Record<RequiredStep["kind"], string | null> = {
  course: null,
  assessment: "Test",
  "sign-off": "Sign-off",
  statement: "Statement",
  certificate: "Certificate of others",
};

export function StepList({ steps, none }: { steps: readonly RequiredStep[]; none: string }) {
  if (steps.length === 0) return <span className="text-muted">{none}</span>;
  return (
    <ul className="grid gap-1">
      {steps.map(({ kind, title, to, choice }) => (
        <li key={`${kind} ${title}`}>
          {KINDS[kind] ? <span className="text-muted">{KINDS[kind]}: </span> : null}
          {to ? (
            <Link to={to} className="link">
              {title}
            </Link>
          ) : (
            title
          )}
          {choice ? <span className="text-muted"> ({choice})</span> : null}
        </li>
      ))}
    </ul>
  );
}
