import type { ReactNode } from "react";
import type { CalloutKind } from "../block-vocabulary";

const NAMES: Readonly<Record<CalloutKind, string>> = {
  note: "Note",
  tip: "Tip",
  warning: "Warning",
  important: "Important",
};

export function Callout({
  kind,
  title,
  children,
}: {
  kind: CalloutKind;
  title?: string;
  children?: ReactNode;
}) {
  return (
    <div className={`callout callout-${kind}`} role="note">
      <p className="callout-title">
        <span className="callout-kind">{NAMES[kind]}</span>
        {title ? <span className="callout-subject">: {title}</span> : null}
      </p>
      {children}
    </div>
  );
}
