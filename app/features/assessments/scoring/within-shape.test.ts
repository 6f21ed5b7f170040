import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Shape } from "../questions/question";
import { isWithin } from "./within-shape";

const rect: Shape = { rect: [10, 20, 30, 40] };
const ellipse: Shape = { ellipse: [50, 50, 20, 10] };
/* An L: its notch is outside, though within its bounds. */
const polygon: Shape = {
  polygon: [
    [0, 0],
    [40, 0],
    [40, 20],
    [20, 20],
    [20, 60],
    [0, 60],
  ],
};

describe("a point", () => {
  it.each<[where: string, shape: Shape, x: number, y: number, within: boolean]>([
    ["in a rectangle", rect, 25, 40, true],
    ["on its corner", rect, 10, 20, true],
    ["on its other corner", rect, 40, 60, true],
    ["left of it", rect, 9.9, 40, false],
    ["below it", rect, 25, 60.1, false],
    ["in the middle of an ellipse", ellipse, 50, 50, true],
    ["at its end", ellipse, 70, 50, true],
    ["beyond its end", ellipse, 70.1, 50, false],
    ["in the corner of what bounds it", ellipse, 69, 59, false],
    ["in an ellipse without width", { ellipse: [50, 50, 0, 10] }, 50, 50, false],
    ["in the long arm of an L", polygon, 10, 50, true],
    ["in its short arm", polygon, 30, 10, true],
    ["in its notch", polygon, 30, 40, false],
    ["on the edge of the notch", polygon, 20, 40, true],
    ["on a corner", polygon, 40, 20, true],
    ["on the closing edge", polygon, 0, 30, true],
    ["level with a corner, outside", polygon, 50, 20, false],
    ["level with an edge, outside", polygon, 60, 0, false],
  ])("%s", (_, shape, x, y, within) => {
    expect(isWithin(shape, [x, y])).toBe(within);
  });

  it("is in a rectangle exactly when it is in the polygon of its corners", () => {
    const whole = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(
        whole,
        whole,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        whole,
        whole,
        (left, top, width, height, x, y) => {
          const corners = [
            [left, top],
            [left + width, top],
            [left + width, top + height],
            [left, top + height],
          ] as const;
          const asRect = isWithin({ rect: [left, top, width, height] }, [x, y]);
          expect(isWithin({ polygon: corners }, [x, y])).toBe(asRect);
          expect(isWithin({ polygon: [...corners].reverse() }, [x, y])).toBe(asRect);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
