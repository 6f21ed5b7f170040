import type { ReactNode } from "react";

interface DownloadProps {
  src: string;
  title: string;
  /** From the compiler: "PDF, 120 kB". */
  facts?: string;
  children?: ReactNode;
}

export function Download({ src, title, facts, children }: DownloadProps) {
  return (
    <div className="download">
      <p className="download-link">
        <a href={src} download="">
          {title}
        </a>
        {facts ? <span className="download-facts"> ({facts})</span> : null}
      </p>
      <div className="download-purpose">{children}</div>
    </div>
  );
}
