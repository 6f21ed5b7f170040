import { CircleAlert, CircleCheck, Info, TriangleAlert, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

type NoticeKind = "info" | "success" | "warning" | "danger";

const looks: Record<NoticeKind, { icon: LucideIcon; box: string; mark: string; role: string | undefined }> = {
  info: { icon: Info, box: "border-accent/30 bg-accent-soft", mark: "text-accent", role: undefined },
  success: { icon: CircleCheck, box: "border-valid/30 bg-valid-soft", mark: "text-valid", role: "status" },
  warning: { icon: TriangleAlert, box: "border-due/30 bg-due-soft", mark: "text-due", role: undefined },
  danger: {
    icon: CircleAlert,
    box: "border-expired/30 bg-expired-soft",
    mark: "text-expired",
    role: "alert",
  },
};

interface NoticeProps {
  kind: NoticeKind;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}

export function Notice({ kind, title, children, action, className }: NoticeProps) {
  const { icon: Icon, box, mark, role } = looks[kind];
  return (
    <div
      role={role}
      className={classNames("flex gap-3 rounded-md border px-4 py-3 text-ink", box, className)}
    >
      <Icon aria-hidden className={classNames("mt-0.5 size-5 shrink-0", mark)} />
      <div className="grid min-w-0 grow gap-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className="text-sm">{children}</div> : null}
        {action ? <div className="mt-1">{action}</div> : null}
      </div>
    </div>
  );
}
