/** The host's checks of everything that the report viewer sends: a webview shows documents from strangers. */
import * as z from 'zod';
import type { Checks, Check } from './channel.ts';
import { FACT_ACTIONS } from './facts.ts';
import {
  FACTS_WIDTH,
  HIGHLIGHTS,
  MAX_RANGE_BYTES,
  MAX_SELECTION,
  PROBLEMS,
  type HostContract,
  type ViewerContract,
} from './protocol.ts';

const page = z.int().min(1).max(1_000_000);
const fileId = z.string().min(1).max(512);
const zoom = z.union([z.number().min(0.05).max(20), z.literal('fit-width'), z.literal('fit-page')]);
const position = z.strictObject({
  page,
  offset: z.number().min(-100_000).max(100_000).nullable(),
  zoom,
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
});
const range = z
  .strictObject({ fileId, begin: z.int().min(0), end: z.int().min(1) })
  .refine(({ begin, end }) => end > begin && end - begin <= MAX_RANGE_BYTES, 'range out of bounds');

const selectedText = z.strictObject({ page, text: z.string().min(1).max(MAX_SELECTION) });

const by =
  <T>(schema: z.ZodType<T>): Check<T> =>
  (value) =>
    schema.parse(value);

export const HOST_CHECKS: Checks<HostContract, ViewerContract> = {
  requests: {
    open: by(z.null()),
    readRange: by(range),
    password: by(z.strictObject({ fileId, rejected: z.boolean() })),
    openExternally: by(z.null()),
  },
  notices: {
    positionChanged: by(z.strictObject({ fileId, position })),
    scrolled: by(z.strictObject({ place: z.number().min(1).max(1_000_001) })),
    preferencesChanged: by(
      z.strictObject({
        darkPages: z.boolean(),
        sideBar: z.enum(['closed', 'outline', 'thumbnails']),
        facts: z.enum(['closed', 'open']),
        factsWidth: z.number().min(FACTS_WIDTH.least).max(FACTS_WIDTH.most),
      }),
    ),
    factAction: by(z.strictObject({ fact: z.string().max(200), action: z.enum(FACT_ACTIONS) })),
    undo: by(z.null()),
    useSelection: by(selectedText),
    quoteSelection: by(selectedText),
    openLink: by(z.strictObject({ url: z.string().max(8192) })),
    painted: by(z.strictObject({ page, pages: page, milliseconds: z.number().min(0) })),
    problem: by(z.strictObject({ problem: z.enum(PROBLEMS), detail: z.string().max(4096) })),
  },
  results: {
    selection: by(selectedText.nullable()),
    reveal: by(z.strictObject({ highlight: z.enum(HIGHLIGHTS), markedText: z.string().max(100_000) })),
  },
};
