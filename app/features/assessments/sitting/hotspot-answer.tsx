import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from "react";
import { useHydrated } from "~/ui/use-hydrated";
import type { QuestionFigure } from "../questions/question";
import { QuestionHtml } from "../questions/question-html";
import { fieldName, partName } from "./answer-form";
import type { AnswerControlProps } from "./answer-parts";
import { choice } from "./choice-answer";

type Point = readonly [x: number, y: number];

const STEP = 2;
const LEAP = 10;
const moves: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const CENTRE: Point = [50, 50];

/**
 * A place in a figure: by pointing, by moving a marker with the arrow keys, or by its name from a list, which is also
 * the way without JavaScript. What was done last counts.
 */
export function HotspotAnswer(props: AnswerControlProps) {
  const { question, onAnswer } = props;
  const { position, answer, figure } = question;
  const hydrated = useHydrated();
  const [point, setPoint] = useState<Point | null>(answer && "point" in answer ? answer.point : null);
  const [named, setNamed] = useState(answer && "chosen" in answer ? (answer.chosen[0] ?? "") : "");
  const changes = useRef(0);

  useEffect(() => {
    if (changes.current > 0) onAnswer(position);
  }, [point, named, onAnswer, position]);

  if (!figure) return null;
  const place = (next: Point) => {
    changes.current++;
    setPoint(next);
    setNamed("");
  };
  const names = (
    <NameList
      {...props}
      named={named}
      onName={(id) => {
        changes.current++;
        setNamed(id);
        setPoint(null);
      }}
    />
  );
  return (
    <div className="grid max-w-[44rem] gap-3">
      {hydrated ? (
        <FigureWithMarker figure={figure} position={position} point={point} onPlace={place} />
      ) : (
        <img
          {...pictureOf(figure)}
          alt={figure.alt}
          className="h-auto max-w-full rounded-md border border-line"
        />
      )}
      {point ? (
        <>
          <input type="hidden" name={partName(position, "x")} value={point[0]} />
          <input type="hidden" name={partName(position, "y")} value={point[1]} />
        </>
      ) : null}
      {hydrated ? (
        <details open={named !== ""}>
          <summary className="inline-flex min-h-6 cursor-pointer items-center text-sm text-accent hover:underline">
            Choose the place by its name instead
          </summary>
          <div className="mt-2">{names}</div>
        </details>
      ) : (
        <>
          <p className="text-sm text-muted">Choose the place by its name.</p>
          {names}
        </>
      )}
    </div>
  );
}

interface NameListProps extends AnswerControlProps {
  named: string;
  onName: (id: string) => void;
}

function NameList({ question, lang, named, onName }: NameListProps) {
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      {question.options.map((option) => (
        <label key={option.id} className={choice}>
          <input
            type="radio"
            name={fieldName(question.position)}
            value={option.id}
            checked={named === option.id}
            onChange={(event) => {
              /* The form would read the fields before the marker is gone. */
              event.stopPropagation();
              onName(option.id);
            }}
            className="mt-[0.1875rem] size-[1.125rem] shrink-0 accent-accent"
          />
          <QuestionHtml inline html={option.html} lang={lang} className="min-w-0" />
        </label>
      ))}
    </div>
  );
}

interface FigureWithMarkerProps {
  figure: QuestionFigure;
  position: number;
  point: Point | null;
  onPlace: (point: Point) => void;
}

function FigureWithMarker({ figure, position, point, onPlace }: FigureWithMarkerProps) {
  const hint = `${fieldName(position)}-marker`;

  function click(event: MouseEvent<HTMLButtonElement>) {
    /* Enter and Space press the button without a place. */
    if (event.detail === 0) return onPlace(point ?? CENTRE);
    const box = event.currentTarget.getBoundingClientRect();
    onPlace([
      within((100 * (event.clientX - box.left)) / box.width),
      within((100 * (event.clientY - box.top)) / box.height),
    ]);
  }

  function press(event: KeyboardEvent<HTMLButtonElement>) {
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const by = event.shiftKey ? LEAP : STEP;
    const [x, y] = point ?? CENTRE;
    onPlace([within(x + move[0] * by), within(y + move[1] * by)]);
  }

  return (
    <div>
      <button
        type="button"
        aria-label={`Place your marker in the figure: ${figure.alt}`}
        aria-describedby={hint}
        onClick={click}
        onKeyDown={press}
        className="relative block w-fit max-w-full cursor-crosshair overflow-hidden rounded-md border border-line"
      >
        <img {...pictureOf(figure)} alt="" draggable={false} className="block h-auto max-w-full" />
        <svg
          aria-hidden
          viewBox={`0 0 ${figure.width} ${figure.height}`}
          className="pointer-events-none absolute inset-0 size-full"
        >
          {point ? <Marker figure={figure} point={point} /> : null}
        </svg>
      </button>
      <p id={hint} className="mt-1.5 text-sm text-muted">
        Click in the figure, or move the marker with the arrow keys; with Shift in larger steps.
      </p>
      <p role="status" className="text-sm text-muted">
        {point ? `Your marker is ${said(point[0])}% from the left and ${said(point[1])}% from the top.` : ""}
      </p>
    </div>
  );
}

/** Dark in a light ring, so that it is seen on any picture. */
export function Marker({ figure, point: [x, y] }: { figure: QuestionFigure; point: Point }) {
  const [centreX, centreY] = [(x / 100) * figure.width, (y / 100) * figure.height];
  const size = Math.max(figure.width, figure.height) / 45;
  const cross = `M${centreX - size} ${centreY}H${centreX + size}M${centreX} ${centreY - size}V${centreY + size}`;
  return (
    <g fill="none" strokeLinecap="round">
      <path d={cross} stroke="#fff" strokeWidth={size / 2} />
      <circle cx={centreX} cy={centreY} r={size * 0.75} stroke="#fff" strokeWidth={size / 2} />
      <path d={cross} stroke="#111" strokeWidth={size / 5} />
      <circle cx={centreX} cy={centreY} r={size * 0.75} stroke="#111" strokeWidth={size / 5} />
    </g>
  );
}

export function pictureOf({ hash, name, width, height }: Omit<QuestionFigure, "alt">) {
  return { src: `/files/${hash}/${name}`, width, height };
}

function within(value: number): number {
  return Math.round(Math.min(100, Math.max(0, value)) * 10) / 10;
}

function said(value: number): number {
  return Math.round(value);
}
