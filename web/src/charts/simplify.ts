type Point = [number, number];

/** Ramer, Douglas and Peucker's thinning: no dropped point lies farther than `tolerance` from the rest. */
export function simplify(points: Point[], tolerance: number): Point[] {
  if (points.length < 3) return points;
  const [ax, ay] = points[0]!;
  const [bx, by] = points[points.length - 1]!;
  const length = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
  let farthest = 0;
  let index = 0;
  points.forEach(([x, y], i) => {
    const distance = Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length;
    if (distance > farthest) [farthest, index] = [distance, i];
  });
  if (farthest <= tolerance) return [points[0]!, points[points.length - 1]!];
  const left = simplify(points.slice(0, index + 1), tolerance);
  return [...left.slice(0, -1), ...simplify(points.slice(index), tolerance)];
}
