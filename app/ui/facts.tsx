import type { ReactNode } from "react";
import { classNames } from "./class-names";

interface FactsProps {
  items?: readonly { label: ReactNode; value: ReactNode }[];
  /** Or Fact elements. */
  children?: ReactNode;
  /** Side by side in columns; otherwise a label column and a value column. */
  columns?: boolean;
  className?: string;
}

export function Facts({ items = [], children, columns, className }: FactsProps) {
  return (
    <dl
      className={classNames(
        columns
          ? "grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-x-6 gap-y-4"
          : "grid gap-x-6 gap-y-3 [&>div]:grid [&>div]:gap-x-6 sm:gap-y-2 sm:[&>div]:grid-cols-[11rem_minmax(0,1fr)]",
        className,
      )}
    >
      {items.map((item, position) => (
        <Fact key={position} label={item.label}>
          {item.value}
        </Fact>
      ))}
      {children}
    </dl>
  );
}

export function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="print:break-inside-avoid">
      <dt className="text-sm leading-6 text-muted">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
