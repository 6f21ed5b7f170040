import {
  useId,
  type HTMLAttributes,
  type ReactNode,
  type TdHTMLAttributes,
  type ThHTMLAttributes,
} from "react";
import { classNames } from "./class-names";

interface TableProps extends Omit<HTMLAttributes<HTMLTableElement>, "children"> {
  caption: ReactNode;
  captionHidden?: boolean;
  /** The head stays in view while a long table scrolls inside the window. */
  stickyHead?: boolean;
  children: ReactNode;
}

/** A table in its own scroller, so that a wide one never makes the page scroll sideways. */
export function Table({ caption, captionHidden, stickyHead, className, children, ...rest }: TableProps) {
  const captionId = useId();
  const scroller = { role: "region", tabIndex: 0, "aria-labelledby": captionId };
  return (
    <div
      {...scroller}
      className={classNames(
        "fades relative overflow-x-auto rounded-md border border-line bg-surface print:overflow-visible print:border-0",
        stickyHead &&
          "max-h-[80dvh] overflow-y-auto [&_thead]:sticky [&_thead]:top-0 [&_thead]:z-10 print:max-h-none",
      )}
    >
      <table
        className={classNames(
          "w-full border-collapse text-left text-sm [&_tbody_tr]:border-t [&_tbody_tr]:border-line",
          "[&_tbody_tr]:hover:bg-sunken [&_tfoot]:border-t [&_tfoot]:border-line [&_tfoot]:font-medium",
          className,
        )}
        {...rest}
      >
        <caption
          id={captionId}
          className={
            captionHidden ? "sr-only" : "border-b border-line px-3.5 py-2.5 text-left text-sm font-medium"
          }
        >
          {caption}
        </caption>
        {children}
      </table>
    </div>
  );
}

interface CellLook {
  /** Right-aligned, as figures are read from the right. */
  numeric?: boolean;
}

interface HeadLook extends CellLook {
  /** A long head takes several lines, where columns hold little. */
  wrap?: boolean;
}

/** A column head; with scope="row" the name of its row. */
export function Th({
  numeric,
  wrap,
  className,
  scope = "col",
  ...rest
}: HeadLook & ThHTMLAttributes<HTMLTableCellElement>) {
  const look =
    scope === "row" || scope === "rowgroup"
      ? "min-w-36 py-2 align-top font-medium text-ink"
      : `bg-sunken py-2 align-bottom text-xs font-medium text-muted ${wrap ? "" : "whitespace-nowrap"}`;
  return (
    <th
      scope={scope}
      className={classNames("px-3.5", look, numeric && "text-right tabular-nums", className)}
      {...rest}
    />
  );
}

export function Td({ numeric, className, ...rest }: CellLook & TdHTMLAttributes<HTMLTableCellElement>) {
  return (
    <td
      className={classNames("px-3.5 py-2 align-top", numeric && "text-right tabular-nums", className)}
      {...rest}
    />
  );
}
