import { Marker, pictureOf } from "../sitting/hotspot-answer";
import type { ReviewedQuestion } from "../sitting/attempt-view";
import type { QuestionFigure, Shape } from "./question";

/** The figure with the right areas outlined and the place that was given. */
export function SpotReview({ spot }: { spot: NonNullable<ReviewedQuestion["spot"]> }) {
  const { figure, point, right } = spot;
  return (
    <figure className="max-w-[44rem]">
      <div className="relative w-fit max-w-full overflow-hidden rounded-md border border-line">
        <img {...pictureOf(figure)} alt={figure.alt} className="block h-auto max-w-full" />
        <svg
          aria-hidden
          viewBox={`0 0 ${figure.width} ${figure.height}`}
          className="pointer-events-none absolute inset-0 size-full"
        >
          {right.map((shape, index) => (
            <AreaOutline key={index} shape={shape} figure={figure} />
          ))}
          {point ? <Marker figure={figure} point={point} /> : null}
        </svg>
      </div>
      <figcaption className="mt-1 text-sm text-muted">
        The right place is outlined{point ? "; the cross is where the marker was put." : "."}
      </figcaption>
    </figure>
  );
}

interface AreaOutlineProps {
  shape: Shape;
  figure: Pick<QuestionFigure, "width" | "height">;
  /** Stands in its middle. */
  label?: string;
}

/** Dark in a light rim, so that it is seen on any picture. For an SVG with the size of the figure. */
export function AreaOutline({ shape, figure, label }: AreaOutlineProps) {
  return (
    <>
      <Outline shape={shape} figure={figure} />
      {label ? <OutlineLabel shape={shape} figure={figure} label={label} /> : null}
    </>
  );
}

function OutlineLabel({ shape, figure, label }: Required<AreaOutlineProps>) {
  const [x, y] = middleOf(shape);
  const size = Math.max(figure.width, figure.height) / 28;
  return (
    <text
      x={(x / 100) * figure.width}
      y={(y / 100) * figure.height}
      textAnchor="middle"
      dominantBaseline="central"
      fontSize={size}
      fontWeight={600}
      fill="#0a7a3f"
      stroke="#fff"
      strokeWidth={size / 5}
      paintOrder="stroke"
    >
      {label}
    </text>
  );
}

function middleOf(shape: Shape): readonly [x: number, y: number] {
  if ("rect" in shape) return [shape.rect[0] + shape.rect[2] / 2, shape.rect[1] + shape.rect[3] / 2];
  if ("ellipse" in shape) return [shape.ellipse[0], shape.ellipse[1]];
  const mean = (axis: 0 | 1) =>
    shape.polygon.reduce((sum, corner) => sum + corner[axis], 0) / shape.polygon.length;
  return [mean(0), mean(1)];
}

function Outline({ shape, figure }: AreaOutlineProps) {
  const [width, height] = [figure.width / 100, figure.height / 100];
  const thick = Math.max(figure.width, figure.height) / 150;
  return ["#fff", "#0a7a3f"].map((stroke, index) => {
    const look = { key: stroke, fill: "none", stroke, strokeWidth: index === 0 ? thick * 2.2 : thick };
    if ("rect" in shape) {
      const [left, top, wide, high] = shape.rect;
      return (
        <rect
          {...look}
          key={stroke}
          x={left * width}
          y={top * height}
          width={wide * width}
          height={high * height}
        />
      );
    }
    if ("ellipse" in shape) {
      const [x, y, radiusX, radiusY] = shape.ellipse;
      return (
        <ellipse
          {...look}
          key={stroke}
          cx={x * width}
          cy={y * height}
          rx={radiusX * width}
          ry={radiusY * height}
        />
      );
    }
    const points = shape.polygon.map(([x, y]) => `${x * width},${y * height}`).join(" ");
    return <polygon {...look} key={stroke} points={points} />;
  });
}
