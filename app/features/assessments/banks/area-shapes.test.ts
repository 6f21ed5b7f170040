import { describe, expect, it } from "vitest";
import { draggedShape, drawnShape, isWhole, readShape, withCorner, writeShape } from "./area-shapes";

describe("the area of a hotspot", () => {
  it("is the rectangle between two places, whichever way the pointer went", () => {
    expect(draggedShape("rect", [60, 50], [20.04, 10])).toEqual({ rect: [20, 10, 40, 40] });
    expect(draggedShape("rect", [20.04, 10], [60, 50])).toEqual({ rect: [20, 10, 40, 40] });
  });

  it("is the ellipse that fills it", () => {
    expect(draggedShape("ellipse", [20, 10], [60, 50])).toEqual({ ellipse: [40, 30, 20, 20] });
  });

  it("is nothing where the pointer hardly moved", () => {
    expect(draggedShape("rect", [20, 10], [20.4, 50])).toBeNull();
    expect(draggedShape("ellipse", [20, 10], [20, 10])).toBeNull();
  });

  it("grows by a corner at each click, and is whole from the third on", () => {
    let numbers = "";
    const corners = [[10, 10], [20, 10.04], [20, 30]] as const; // prettier-ignore
    const whole = corners.map((corner) => {
      numbers = withCorner(numbers, corner);
      return isWhole(drawnShape("polygon", numbers));
    });
    expect(whole).toEqual([false, false, true]);
    expect(drawnShape("polygon", numbers)).toEqual({ polygon: [[10, 10], [20, 10], [20, 30]] }); // prettier-ignore
  });

  it("comes out of its form as it went in", () => {
    for (const shape of [
      { rect: [1, 2.5, 3, 4] as const },
      { ellipse: [50, 50, 1.5, 2] as const },
      { polygon: [[1, 2], [3, 4], [5, 6.5]] as const }, // prettier-ignore
    ]) {
      const { shape: kind, numbers } = writeShape(shape);
      expect(drawnShape(kind, numbers)).toEqual(shape);
      expect(readShape(kind, numbers)).toEqual(shape);
    }
  });

  it("is not drawn while its numbers are no area", () => {
    for (const [kind, numbers] of [
      ["rect", ""],
      ["rect", "1, 2, 3"],
      ["ellipse", "1, 2, x, 4"],
      ["polygon", "1 2, 3"],
    ] as const)
      expect(drawnShape(kind, numbers)).toBeNull();
  });
});
