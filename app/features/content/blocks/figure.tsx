interface FigureProps {
  src: string;
  alt: string;
  caption?: string;
  width?: string;
  height?: string;
}

export function Figure({ src, alt, caption, width, height }: FigureProps) {
  return (
    <figure className="figure">
      <img src={src} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
      {caption ? <figcaption>{caption}</figcaption> : null}
    </figure>
  );
}
