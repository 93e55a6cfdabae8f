import type { RequestId } from '@shared/features/privacy'

/** Where the list of requests is. */
export const privacyPath = '/privacy'
/** Where a request is written down. */
export const newRequestPath = `${privacyPath}/new`
/** Where certificates are checked, and whether somebody was erased. */
export const checksPath = `${privacyPath}/checks`
/** Where a request is: by its key, never by who asked. */
export const requestPath = (id: RequestId) => `${privacyPath}/${id}`
