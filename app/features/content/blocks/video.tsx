import type { ReactNode } from "react";

interface VideoProps {
  src: string;
  captions: string;
  title: string;
  seconds?: string;
  children?: ReactNode;
}

export function Video({ src, captions, title, seconds, children }: VideoProps) {
  return (
    <figure className="video">
      <video controls preload="metadata" playsInline aria-label={title} src={src}>
        <track kind="captions" src={captions} srcLang="en" label="Captions" default />
      </video>
      <figcaption>
        {title}
        {seconds ? <span className="video-length"> ({duration(Number(seconds))})</span> : null}
      </figcaption>
      <details className="transcript">
        <summary>Transcript</summary>
        {children}
      </details>
    </figure>
  );
}

function duration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (minutes === 0) return `${rest} s`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}
