import type { Zoom } from '../protocol.ts';

/** The factors that "zoom in" and "zoom out" stop at, and that the list offers. */
export const ZOOM_STEPS = [
  0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5,
] as const;

const [SMALLEST] = ZOOM_STEPS;
const LARGEST = 5;

/** Closer than this, two factors look the same: a step must change something. */
const SAME = 0.005;

/** The next step from a factor that may lie between two. */
export function nextZoom(factor: number, direction: 'in' | 'out'): number {
  if (direction === 'in') return ZOOM_STEPS.find((step) => step > factor + SAME) ?? LARGEST;
  return ZOOM_STEPS.findLast((step) => step < factor - SAME) ?? SMALLEST;
}

/** A factor from a wheel or a pinch, kept within what can be shown. */
export const clampZoom = (factor: number): number => Math.min(Math.max(factor, SMALLEST), LARGEST);

const SCALE_VALUES = { 'fit-width': 'page-width', 'fit-page': 'page-fit' } as const;

/** The zoom in pdf.js's words. */
export const toScaleValue = (zoom: Zoom): string =>
  typeof zoom === 'number' ? String(zoom) : SCALE_VALUES[zoom];

/** pdf.js's `currentScaleValue` in ours; `scale` is the factor that it stands for. */
export function fromScaleValue(value: string | undefined, scale: number): Zoom {
  if (value === SCALE_VALUES['fit-width']) return 'fit-width';
  if (value === SCALE_VALUES['fit-page']) return 'fit-page';
  return scale;
}

/** Says 1.25 as "125 %", in a language; made once, since making it takes longer than all of its uses. */
export function zoomInWords(language: string): (factor: number) => string {
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  return (factor) => percent.format(factor);
}
