import { changesNothing, type OfferedKind, offeredKinds } from '@shared/features/batches'

/** What may be done with many orders: all of it, or only what changes nothing where the profile can only read. */
export const batchKindsFor = (
  { readOnly }: { readonly readOnly: boolean },
  kinds: readonly OfferedKind[] = offeredKinds,
): readonly OfferedKind[] => kinds.filter((kind) => !readOnly || changesNothing(kind))
