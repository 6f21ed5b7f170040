import { classNames } from "~/ui/class-names";

interface SourceSampleProps {
  label: string;
  children: string;
  className?: string;
}

/** Source text to read or to copy. It may be wider than the page and then scrolls, also with the keyboard. */
export function SourceSample({ label, children, className }: SourceSampleProps) {
  const scroller = { role: "region", "aria-label": label, tabIndex: 0 };
  return (
    <pre
      {...scroller}
      className={classNames(
        "overflow-auto rounded-md bg-sunken p-2 font-mono text-xs leading-5 [font-variant-ligatures:none]",
        className,
      )}
    >
      {children}
    </pre>
  );
}
