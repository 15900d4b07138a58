import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { compose, type Matrix } from './matrix.ts';

/** pdf.js's list of what a page does: codes of operators, and their arguments. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const PAINTS = new Set<number>([OPS.constructPath, OPS.shadingFill, OPS.showText, OPS.showSpacedText]);

/**
 * The area of the pictures that a page shows, in square points, without decoding one. The PDF is opened so that
 * pdf.js leaves every picture out (`maxImageSize: 0`), which leaves the place where it stood: a picture fills the
 * unit square, so its operator follows a matrix that gives the square the picture's size, and where nothing else
 * is painted under such a matrix, a picture was left out.
 */
export function pictureArea({ fnArray, argsArray }: OperatorList): number {
  const outer: Matrix[] = [];
  let matrix: Matrix = IDENTITY;
  let awaitsPaint = false;
  let area = 0;
  const enter = (inner: unknown): void => {
    if (awaitsPaint) area += squareArea(matrix);
    matrix = isMatrix(inner) ? compose(matrix, inner) : matrix;
    awaitsPaint = isMatrix(inner);
  };
  const leave = (): void => {
    if (awaitsPaint) area += squareArea(matrix);
    matrix = outer.pop() ?? IDENTITY;
    awaitsPaint = false;
  };
  fnArray.forEach((operator, index) => {
    const args = argsArray[index];
    if (operator === OPS.transform) enter(args);
    else if (operator === OPS.save) outer.push(matrix);
    else if (operator === OPS.paintFormXObjectBegin) {
      outer.push(matrix);
      awaitsPaint = false;
      enter(Array.isArray(args) ? args[0] : null);
    } else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) leave();
    else if (PAINTS.has(operator)) awaitsPaint = false;
  });
  leave();
  return area;
}

const squareArea = ([a = 0, b = 0, c = 0, d = 0]: Matrix): number => Math.abs(a * d - b * c);

const isMatrix = (value: unknown): value is Matrix => Array.isArray(value) && value.length === 6;
