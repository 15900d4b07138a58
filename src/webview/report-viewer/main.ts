import './report-viewer.css';
import { connectHost } from './host.ts';
import { startPdfWorker } from './pdf-worker.ts';
import { selectedText } from './selection.ts';
import { ReportViewer } from './report-viewer.ts';

const { lang, dataset } = document.documentElement;
const assets = dataset['assets'] ?? '';

const host = connectHost({
  requests: {
    reveal: async (passage) => (await viewer).reveal(passage),
    selection: () => selectedText(),
  },
  notices: {
    fileChanged: (file) => void viewer.then((shown) => shown.changeFile(file)),
    fileDeleted: () =>
      void viewer.then((shown) => {
        shown.showDeleted();
      }),
    factsKnown: (known) =>
      void viewer.then((shown) => {
        shown.setKnown(known);
      }),
    showFind: () =>
      void viewer.then((shown) => {
        shown.showFind();
      }),
    pair: ({ isPaired }) =>
      void viewer.then((shown) => {
        shown.paired.isPaired = isPaired;
      }),
    follow: ({ place }) =>
      void viewer.then((shown) => {
        shown.paired.follow(place);
      }),
    walk: ({ backwards }) =>
      void viewer.then((shown) => {
        shown.walk(backwards);
      }),
  },
});

const worker = startPdfWorker(assets);

const viewer = host
  .request('open', null)
  .then((report) => new ReportViewer({ host, worker, assets, language: lang }, report));

try {
  await (await viewer).start();
} catch (error) {
  // The words for problems come with the report; without it there are only the host's own.
  document.body.textContent = error instanceof Error ? error.message : String(error);
}
