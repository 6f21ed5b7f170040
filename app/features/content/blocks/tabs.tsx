import type { ReactNode } from "react";

/** Without JavaScript, sections under headings; enhance-tabs.ts makes a tablist of them. */
export function Tabs({ children }: { children?: ReactNode }) {
  return (
    <div className="tabs" data-tabs="">
      {children}
    </div>
  );
}

/** `level` comes from the compiler: one below the heading the tabs stand under. */
export function Tab({ title, level, children }: { title: string; level?: string; children?: ReactNode }) {
  const Heading = level === "4" ? "h4" : level === "5" ? "h5" : level === "2" ? "h2" : "h3";
  return (
    <section className="tab">
      <Heading className="tab-title">{title}</Heading>
      <div className="tab-content">{children}</div>
    </section>
  );
}
