import type manifest from '../../package.json';

/**
 * The ids that package.json and the program share, once. Handlers and settings are typed by these maps, so that
 * a command without a handler or a setting without a reader does not compile; test/unit/extension/manifest.test.ts
 * holds package.json to the same lists.
 */
export const COMMANDS = {
  openReport: 'socReview.openReport',
  startReview: 'socReview.startReview',
  openReview: 'socReview.openReview',
  writeReviewSummary: 'socReview.writeReviewSummary',
  completeReview: 'socReview.completeReview',
  refreshFacts: 'socReview.refreshFacts',
  compareWithPrevious: 'socReview.compareWithPrevious',
  createReviewTemplate: 'socReview.createReviewTemplate',
  writePortfolio: 'socReview.writePortfolio',
  exportAuditPack: 'socReview.exportAuditPack',
  exportDueDates: 'socReview.exportDueDates',
  showUserControls: 'socReview.showUserControls',
  showSubserviceOrganizations: 'socReview.showSubserviceOrganizations',
  exportUserControls: 'socReview.exportUserControls',
  exportSubserviceOrganizations: 'socReview.exportSubserviceOrganizations',
  openReportAndReview: 'socReview.openReportAndReview',
  showTwoReports: 'socReview.showTwoReports',
  addSelectionToReview: 'socReview.addSelectionToReview',
  useSelection: 'socReview.useSelection',
  nextPassage: 'socReview.nextPassage',
  previousPassage: 'socReview.previousPassage',
  findInReport: 'socReview.findInReport',
  showVendorOfReport: 'socReview.showVendorOfReport',
  openInRegister: 'socReview.openInRegister',
  showStatusOnDate: 'socReview.showStatusOnDate',
  backToToday: 'socReview.backToToday',
  groupVendors: 'socReview.groupVendors',
  sortVendors: 'socReview.sortVendors',
  filterVendors: 'socReview.filterVendors',
  clearFilter: 'socReview.clearFilter',
  assignOwner: 'socReview.assignOwner',
  setNextReview: 'socReview.setNextReview',
  recordPastReview: 'socReview.recordPastReview',
  requestReport: 'socReview.requestReport',
  copyReasons: 'socReview.copyReasons',
  reveal: 'socReview.reveal',
  openOwnDocument: 'socReview.openOwnDocument',
  recordDocumentReview: 'socReview.recordDocumentReview',
  acceptAlias: 'socReview.acceptAlias',
  notTheSame: 'socReview.notTheSame',
  assignVendor: 'socReview.assignVendor',
  thisIsReport: 'socReview.thisIsReport',
  ignoreFile: 'socReview.ignoreFile',
  undoDecision: 'socReview.undoDecision',
  enterPassword: 'socReview.enterPassword',
  markAsChecked: 'socReview.markAsChecked',
  createRegister: 'socReview.createRegister',
  importVendors: 'socReview.importVendors',
  exportVendors: 'socReview.exportVendors',
  refresh: 'socReview.refresh',
  rebuildIndex: 'socReview.rebuildIndex',
  verifyRecords: 'socReview.verifyRecords',
  keepStagedReportsOut: 'socReview.keepStagedReportsOut',
  clearCache: 'socReview.clearCache',
  cancelIndexing: 'socReview.cancelIndexing',
} as const;

export type CommandName = keyof typeof COMMANDS;

export const VIEWS = {
  vendors: 'socReview.vendors',
  inbox: 'socReview.inbox',
  controls: 'socReview.controls',
} as const;

/** Keys of `when` clauses in package.json. */
export const CONTEXT_KEYS = {
  /** True while files are being read. */
  indexing: 'socReview.indexing',
  /** One of `LibraryState`: which welcome content fits. */
  state: 'socReview.state',
  /** True while the views show another day than today. */
  showsOtherDay: 'socReview.showsOtherDay',
  /** One of `Grouping`. */
  grouping: 'socReview.grouping',
  /** True while a filter leaves vendors out. */
  filtered: 'socReview.filtered',
} as const;

export const REPORT_EDITOR = 'socReview.report';
/** Opens what a Markdown preview's link to a page of a report leads to: the report. */
export const PASSAGE_EDITOR = 'socReview.passage';

export type SettingId = keyof (typeof manifest)['contributes']['configuration']['properties'];
