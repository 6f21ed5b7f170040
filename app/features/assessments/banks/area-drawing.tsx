import { useEffect, useRef, useState, type PointerEvent } from "react";
import { Button } from "~/ui/button";
import { classNames } from "~/ui/class-names";
import { control } from "~/ui/field-parts";
import { useHydrated } from "~/ui/use-hydrated";
import type { Typed } from "../authoring/typed-form";
import type { QuestionFigure, Shape } from "../questions/question";
import { AreaOutline } from "../questions/spot-review";
import { pictureOf } from "../sitting/hotspot-answer";
import { draggedShape, drawnShape, isWhole, withCorner, writeShape, type Spot } from "./area-shapes";

export type BankPicture = Omit<QuestionFigure, "alt">;

interface AreaDrawingProps {
  pictures: readonly BankPicture[];
  /** What the server put into the form: it is read again when that changes. */
  typed: Typed;
}

/** Areas of a hotspot, drawn over the picture that the form chooses. Their numbers stay the way without a pointer. */
export function AreaDrawing(props: AreaDrawingProps) {
  return useHydrated() ? <Drawing {...props} /> : null;
}

interface TypedArea {
  readonly name: string;
  readonly kind: string;
  readonly numbers: string;
}

const shapeNames: Readonly<Record<string, string>> = { ellipse: "ellipse", polygon: "polygon" };
const field = (index: number, column: string) => `areas.${index}.${column}`;

function Drawing({ pictures, typed }: AreaDrawingProps) {
  const own = useRef<HTMLDivElement>(null);
  const [form, setForm] = useState<{ file: string; areas: readonly TypedArea[] }>({ file: "", areas: [] });
  const [picked, setPicked] = useState<number | null>(null);
  const [drag, setDrag] = useState<{ from: Spot; to: Spot } | null>(null);

  useEffect(() => {
    const element = own.current!.closest("form")!;
    const read = () => setForm(formOf(new FormData(element)));
    read();
    element.addEventListener("input", read);
    return () => element.removeEventListener("input", read);
  }, [typed]);

  const picture = pictures.find(({ name }) => name === form.file);
  const shapes = form.areas.map(({ kind, numbers }) => drawnShape(kind, numbers));
  const free = shapes.findIndex((shape) => !isWhole(shape));
  const index = picked ?? (free < 0 ? null : free);
  const area = index === null ? undefined : form.areas[index];

  function write(numbers: string) {
    const input = own.current!.closest("form")!.elements.namedItem(field(index!, "numbers"));
    if (!(input instanceof HTMLTextAreaElement)) return;
    input.value = numbers;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function press(event: PointerEvent<HTMLElement>) {
    if (!area || event.button !== 0 || !event.isPrimary) return;
    const spot = spotOf(event);
    if (area.kind === "polygon") {
      /* What was typed halfway is not thrown away for a click. */
      if (area.numbers.trim() !== "" && !drawnShape("polygon", area.numbers)) return;
      setPicked(index);
      return write(withCorner(area.numbers, spot));
    }
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ from: spot, to: spot });
  }

  function release() {
    const shape = dragged();
    if (shape) write(writeShape(shape).numbers);
    setDrag(null);
  }

  function dragged(): Shape | null {
    return drag && area
      ? draggedShape(area.kind === "ellipse" ? "ellipse" : "rect", drag.from, drag.to)
      : null;
  }

  const drawn = dragged();
  return (
    <div ref={own} className="grid gap-3">
      {picture && picture.width > 0 ? (
        <>
          <div className="flex flex-wrap items-end gap-3">
            <label className="grid gap-1.5 text-sm font-medium">
              Area to draw
              <select
                value={index ?? ""}
                onChange={(event) => setPicked(event.target.value === "" ? null : Number(event.target.value))}
                className={classNames(control, "h-9 max-w-80 pr-8 font-normal")}
              >
                {index === null ? <option value="">All are drawn: choose one to change it</option> : null}
                {form.areas.map(({ name, kind }, each) => (
                  <option key={each} value={each}>
                    {each + 1}: {name || "no name yet"} ({shapeNames[kind] ?? "rectangle"})
                  </option>
                ))}
              </select>
            </label>
            {area && area.numbers !== "" ? (
              <Button variant="quiet" type="button" onClick={() => write("")}>
                Draw it anew
              </Button>
            ) : null}
          </div>
          <div
            className="relative w-fit max-w-full cursor-crosshair touch-none overflow-hidden rounded-md outline outline-line select-none"
            onPointerDown={press}
            onPointerMove={(event) => (drag ? setDrag({ ...drag, to: spotOf(event) }) : undefined)}
            onPointerUp={release}
            onPointerCancel={() => setDrag(null)}
          >
            <img {...pictureOf(picture)} alt="" draggable={false} className="block h-auto max-w-full" />
            <svg
              aria-hidden
              viewBox={`0 0 ${picture.width} ${picture.height}`}
              className="pointer-events-none absolute inset-0 size-full"
            >
              {shapes.map((stored, each) => {
                const shape = each === index && drawn ? drawn : stored;
                return shape ? (
                  <AreaOutline key={each} shape={shape} figure={picture} label={`${each + 1}`} />
                ) : null;
              })}
            </svg>
          </div>
          <p className="text-sm text-muted">
            {area?.kind === "polygon"
              ? "Click the corners one after the other; when it is complete, choose the next area above. The numbers follow; they can be typed as well."
              : "Drag from corner to corner over the picture. The numbers follow; they can be typed as well."}
          </p>
        </>
      ) : (
        <p className="text-sm text-muted">Choose a picture above to draw the areas on it.</p>
      )}
    </div>
  );
}

function formOf(data: FormData): { file: string; areas: TypedArea[] } {
  const text = (name: string) => {
    const value = data.get(name);
    return typeof value === "string" ? value : "";
  };
  const areas: TypedArea[] = [];
  for (let index = 0; data.has(field(index, "numbers")); index++)
    areas.push({
      name: text(field(index, "name")).trim(),
      kind: text(field(index, "shape")),
      numbers: text(field(index, "numbers")),
    });
  return { file: text("figure.file"), areas };
}

function spotOf(event: PointerEvent<HTMLElement>): Spot {
  const box = event.currentTarget.getBoundingClientRect();
  const share = (value: number, size: number) => Math.min(100, Math.max(0, (100 * value) / size));
  return [share(event.clientX - box.left, box.width), share(event.clientY - box.top, box.height)];
}
