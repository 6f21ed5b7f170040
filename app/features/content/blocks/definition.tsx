import type { ReactNode } from "react";

export function Definition({ term, children }: { term: string; children?: ReactNode }) {
  return (
    <dl className="definition">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </dl>
  );
}
