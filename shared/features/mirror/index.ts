import { exportOrders, showOrdersExport, stopOrdersExport } from './export-orders'
import { addViews, exportViews, listViews, readViewsFile, removeView, saveView } from './kept/keep-views'
import { forgetSearches, listSearches, rememberSearch } from './kept/remember-searches'
import { overviewMirror } from './overview'
import { findInMirror, queryMirror, readCopy, readMirror, totalMirror } from './query-mirror'
import { chooseRetention, weighRetention } from './retention'
import {
  estimateFill,
  forgetMirror,
  getMirror,
  pauseMirror,
  refreshMirror,
  startMirror,
  tellConnection,
} from './steer-mirror'

export {
  type ExportColumnId,
  type ExportKind,
  type ExportLayout,
  exportColumns,
  exportKinds,
  exportLayoutSchema,
} from './export-orders'
export { forgetting, remembering } from './kept/remember-searches'
export {
  freeName,
  isSameName,
  longestViewName,
  mostViews,
  personalFilters,
  type SavedView,
  savedViewSchema,
  type ViewContent,
  viewNameSchema,
  withoutPersonal,
} from './kept/saved-view'
export {
  type MirrorFilters,
  type MirrorQuery,
  type MirrorSort,
  mirrorFiltersSchema,
  mirrorQuerySchema,
  mirrorSorts,
} from './mirror-query'
export {
  areOrdersComing,
  type FillEstimate,
  type MirrorPause,
  type MirrorState,
  mirrorPauses,
} from './mirror-state'
export {
  mostGroups,
  type Overview,
  type OverviewDay,
  type OverviewGroup,
  type OverviewGrouping,
  type OverviewQuestion,
  type OverviewWeek,
  overviewGroupings,
  overviewQuestionSchema,
} from './overview'
export { type ListChoice, largestBlock, listChoiceSchema } from './query-mirror'
export { retentionBounds } from './retention'

export const mirrorOperations = {
  queryMirror,
  readMirror,
  totalMirror,
  findInMirror,
  overviewMirror,
  readCopy,
  exportOrders,
  stopOrdersExport,
  showOrdersExport,
  getMirror,
  estimateFill,
  startMirror,
  pauseMirror,
  refreshMirror,
  forgetMirror,
  tellConnection,
  weighRetention,
  chooseRetention,
  listViews,
  saveView,
  removeView,
  addViews,
  exportViews,
  readViewsFile,
  listSearches,
  rememberSearch,
  forgetSearches,
}
