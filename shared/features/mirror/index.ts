export {
  type MirrorFilters,
  type MirrorQuery,
  type MirrorSort,
  mirrorFiltersSchema,
  mirrorQuerySchema,
  mirrorSorts,
} from './mirror-query'
