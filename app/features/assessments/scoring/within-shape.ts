import type { Shape } from "../questions/question";

/** Whether a point, like the shape in hundredths of the figure, lies in it, its edge included. */
export function isWithin(shape: Shape, [x, y]: readonly [number, number]): boolean {
  if ("rect" in shape) {
    const [left, top, width, height] = shape.rect;
    return x >= left && x <= left + width && y >= top && y <= top + height;
  }
  if ("ellipse" in shape) {
    const [centreX, centreY, radiusX, radiusY] = shape.ellipse;
    if (radiusX === 0 || radiusY === 0) return false;
    return ((x - centreX) / radiusX) ** 2 + ((y - centreY) / radiusY) ** 2 <= 1;
  }
  return withinPolygon(shape.polygon, x, y);
}

/** Even-odd rule: a ray to the right crosses the outline an odd number of times. */
function withinPolygon(corners: readonly (readonly [number, number])[], x: number, y: number): boolean {
  const edges = corners.map((corner, index) => [corner, corners[(index + 1) % corners.length]!] as const);
  if (edges.some(([from, to]) => isOnEdge(from, to, x, y))) return true;
  const crossed = edges.filter(
    ([[x1, y1], [x2, y2]]) => y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1,
  );
  return crossed.length % 2 === 1;
}

function isOnEdge(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  x: number,
  y: number,
): boolean {
  const across = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
  if (Math.abs(across) > 1e-9) return false;
  return Math.min(x1, x2) <= x && x <= Math.max(x1, x2) && Math.min(y1, y2) <= y && y <= Math.max(y1, y2);
}
