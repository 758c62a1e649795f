// The largest square of a picture, moved along its longer side: 0 is the top or
// left end, 1 the other.
export interface Square {
  x: number;
  y: number;
  side: number;
}

export function squareOf(width: number, height: number, shift: number): Square {
  const side = Math.min(width, height);
  const along = Math.min(1, Math.max(0, shift));
  return { x: (width - side) * along, y: (height - side) * along, side };
}
