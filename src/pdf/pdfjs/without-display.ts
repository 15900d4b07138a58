// Leaves out of the worker's bundle what reading text never enters: a thread starts sooner on less source, and what
// isn't there can't be reached by a hostile file. Used by esbuild.mjs, not part of the program.

/** What is left out of one of pdf.js's two files. */
export interface LeftOut {
  /** The beginnings of the names of the sources that it was made of. */
  readonly parts: readonly string[];
  /** Declares what other parts name of them. */
  readonly instead: string;
  /** True for what fills in for older engines, where the other file has brought it already. */
  readonly polyfills: boolean;
}

/** The half that shows documents: drawing, layers over the page, editors, and fetching from the network. */
export const DISPLAY: LeftOut = {
  parts: [
    'src/display/annotation_layer.js',
    'src/display/canvas.js',
    'src/display/canvas_dependency_tracker.js',
    'src/display/content_disposition.js',
    'src/display/draw_layer.js',
    'src/display/editor/',
    'src/display/fetch_stream.js',
    'src/display/network.js',
    'src/display/network_utils.js',
    'src/display/node_stream.js',
    'src/display/pattern_helper.js',
    'src/display/svg_factory.js',
    'src/display/touch_manager.js',
    'src/display/xfa_layer.js',
    'src/shared/image_utils.js',
    'src/shared/scripting_utils.js',
    'src/pdf.js',
  ],
  instead: `
function NotHere() { throw new Error("This is left out."); }
const CanvasGraphics = NotHere, CanvasDependencyTracker = NotHere, XfaLayer = NotHere;
const PDFFetchStream = NotHere, PDFNetworkStream = NotHere, PDFNodeStream = NotHere;
class AnnotationEditor {}
export { getDocument, GlobalWorkerOptions, util_ImageKind as ImageKind, OPS, PDFDateString, Util, VerbosityLevel };
`,
  polyfills: true,
};

/** The forms of XFA, which are never asked for, and the measures of their fonts. */
export const FORMS: LeftOut = {
  parts: [
    'src/core/calibri_factors.js',
    'src/core/helvetica_factors.js',
    'src/core/liberationsans_widths.js',
    'src/core/myriadpro_factors.js',
    'src/core/segoeui_factors.js',
    'src/core/xfa/',
    'src/core/xfa_fonts.js',
  ],
  instead: `
function getXfaFontName() { return undefined; }
function getXfaFontDict() { return null; }
class XFAFactory { static getRichTextAsHtml() { return null; } }
`,
  polyfills: false,
};

/** pdf.js's build is one file; such a line names the source of what follows it. */
const PART = /^;\/\/ \.\/(.+)\n/m;

/** Loads something that fills in for older engines. */
const POLYFILL = /^(?:var \w+ = )?__webpack_require__\(\d+\);\n/gm;

/**
 * The source without those parts.
 * @throws when one of them isn't there, so that a newer pdf.js can't silently bring it back.
 */
export function without(source: string, { parts, instead, polyfills }: LeftOut): string {
  const [head = '', ...pieces] = source.split(PART);
  const kept = [polyfills ? '' : head];
  const found = new Set<string>();
  for (let index = 0; index < pieces.length; index += 2) {
    const [name = '', piece = ''] = pieces.slice(index, index + 2);
    const part = parts.find((beginning) => name.startsWith(beginning));
    if (part !== undefined) found.add(part);
    // Other parts rely on what any of them has filled in.
    const rest = part === undefined ? `;// ./${name}\n${piece}` : (piece.match(POLYFILL) ?? []).join('');
    kept.push(polyfills ? rest.replace(POLYFILL, '') : rest);
  }
  const missing = parts.filter((part) => !found.has(part));
  if (missing.length > 0) throw new Error(`pdf.js has no such parts: ${missing.join(', ')}`);
  return [...kept, instead].join('');
}
