import { findInMirror, queryMirror, readCopy, readMirror, totalMirror } from './query-mirror'
import {
  estimateFill,
  forgetMirror,
  getMirror,
  pauseMirror,
  refreshMirror,
  startMirror,
} from './steer-mirror'

export {
  type MirrorFilters,
  type MirrorQuery,
  type MirrorSort,
  mirrorFiltersSchema,
  mirrorQuerySchema,
  mirrorSorts,
} from './mirror-query'
export { type FillEstimate, type MirrorPause, type MirrorState, mirrorPauses } from './mirror-state'
export { largestBlock } from './query-mirror'

export const mirrorOperations = {
  queryMirror,
  readMirror,
  totalMirror,
  findInMirror,
  readCopy,
  getMirror,
  estimateFill,
  startMirror,
  pauseMirror,
  refreshMirror,
  forgetMirror,
}
