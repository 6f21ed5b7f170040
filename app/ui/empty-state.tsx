import type { ReactNode } from "react";

interface EmptyStateProps {
  title: string;
  /** What will be here, and how it comes to be. */
  children?: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="rounded-md border border-dashed border-edge/50 px-6 py-8">
      <p className="font-semibold">{title}</p>
      {children ? <div className="mt-1 max-w-[36rem] text-muted">{children}</div> : null}
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  );
}
