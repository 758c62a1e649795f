// A chosen picture made small on the resident's own device: 256 by 256, without
// whatever the camera noted in it (place, time).
import { squareOf } from './crop.ts';

export const side_px = 256;
/** More than a phone's camera makes; beyond it reading would stall the page. */
export const largestFile_bytes = 25_000_000;

export function draw(canvas: HTMLCanvasElement, picture: ImageBitmap, shift: number) {
  const { x, y, side } = squareOf(picture.width, picture.height, shift);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser has no canvas');
  context.imageSmoothingQuality = 'high';
  // A see-through picture gets a white ground: JPEG knows no other.
  context.fillStyle = 'white';
  context.fillRect(0, 0, side_px, side_px);
  context.drawImage(picture, x, y, side, side, 0, 0, side_px, side_px);
}

/** WebP where the browser can write it, else JPEG. */
export async function small(canvas: HTMLCanvasElement): Promise<Blob> {
  const webp = await encoded(canvas, 'image/webp');
  if (webp?.type === 'image/webp') return webp;
  const jpeg = await encoded(canvas, 'image/jpeg');
  if (!jpeg) throw new Error('the picture could not be written');
  return jpeg;
}

const encoded = (canvas: HTMLCanvasElement, type: string) => new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.85));
