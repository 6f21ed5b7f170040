/** The areas of a hotspot as they stand in its form, and as they are drawn. Pure. */
import type { Shape } from "../questions/question";

/** In hundredths of the picture's width and height. */
export type Spot = readonly [x: number, y: number];
export type ShapeKind = "rect" | "ellipse" | "polygon";

/** Less is a click that slipped. In hundredths of the picture. */
const LEAST_SIDE = 0.5;

/** What was typed, whatever it is: the question's schema says what is wrong with it. */
export function readShape(kind: string, typed: string): Record<string, unknown> {
  const numbers = numbersIn(typed);
  if (kind === "polygon") return { polygon: pairs(numbers) };
  return { [kind === "ellipse" ? "ellipse" : "rect"]: numbers };
}

export function writeShape(shape: Shape): { shape: ShapeKind; numbers: string } {
  if ("rect" in shape) return { shape: "rect", numbers: shape.rect.join(", ") };
  if ("ellipse" in shape) return { shape: "ellipse", numbers: shape.ellipse.join(", ") };
  return { shape: "polygon", numbers: shape.polygon.map(([x, y]) => `${x} ${y}`).join(", ") };
}

/** @returns null while there is too little to draw; a polygon is drawn from its first corner on */
export function drawnShape(kind: string, typed: string): Shape | null {
  const numbers = numbersIn(typed);
  if (numbers.length === 0 || !numbers.every(Number.isFinite)) return null;
  if (kind === "polygon") return numbers.length % 2 === 0 ? { polygon: pairs(numbers) } : null;
  if (numbers.length !== 4) return null;
  const four = numbers as [number, number, number, number];
  return kind === "ellipse" ? { ellipse: four } : { rect: four };
}

/** The rectangle between two places, or the ellipse in it; null for less than a stroke. */
export function draggedShape(kind: "rect" | "ellipse", from: Spot, to: Spot): Shape | null {
  const [left, top] = [Math.min(from[0], to[0]), Math.min(from[1], to[1])];
  const [width, height] = [Math.abs(from[0] - to[0]), Math.abs(from[1] - to[1])];
  if (width < LEAST_SIDE || height < LEAST_SIDE) return null;
  if (kind === "rect") return { rect: [tenth(left), tenth(top), tenth(width), tenth(height)] };
  const [x, y] = [left + width / 2, top + height / 2];
  return { ellipse: [tenth(x), tenth(y), tenth(width / 2), tenth(height / 2)] };
}

export function withCorner(typed: string, corner: Spot): string {
  const shape = drawnShape("polygon", typed);
  const before = shape && "polygon" in shape ? shape.polygon : [];
  return writeShape({ polygon: [...before, [tenth(corner[0]), tenth(corner[1])]] }).numbers;
}

/** What a complete shape needs: two corners are no polygon yet. */
export function isWhole(shape: Shape | null): shape is Shape {
  return shape !== null && (!("polygon" in shape) || shape.polygon.length > 2);
}

function numbersIn(typed: string): number[] {
  return typed.split(/[\s;,]+/).flatMap((each) => (each === "" ? [] : Number(each)));
}

function pairs(numbers: readonly number[]): Spot[] {
  return numbers.flatMap((x, index) => (index % 2 === 0 ? [[x, numbers[index + 1]!] as const] : []));
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
