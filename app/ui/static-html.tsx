import { createContext, useContext, useState } from "react";

/** Finished HTML by the id of its place: filled by a loader, read while the document is made. Null in the browser. */
export const StaticHtmlContext = createContext<ReadonlyMap<string, string> | null>(null);

interface StaticHtmlProps {
  id: string;
  /** Empty where the document brought it: then what stands there is taken over, not sent a second time as data. */
  html: string;
  className?: string;
}

/** HTML from the pipeline, which lets nothing harmful through. What came with the document stays until the key changes. */
export function StaticHtml({ id, html: given, className }: StaticHtmlProps) {
  const inDocument = useContext(StaticHtmlContext);
  const [kept] = useState(() => {
    if (given) return null;
    return (inDocument ? inDocument.get(id) : document.getElementById(id)?.innerHTML) ?? null;
  });
  return (
    <div
      id={kept === null ? undefined : id}
      className={className}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: kept ?? given }}
    />
  );
}
