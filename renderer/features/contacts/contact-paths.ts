/** Where the list of contacts is. */
export const contactsPath = '/contacts'
/** Where the page of a contact is. */
export const contactPath = (uid: string) => `${contactsPath}/${encodeURIComponent(uid)}`
/** Where it is said how a contact comes to be. No key of a contact looks so: keys are UUIDs. */
export const newContactPath = `${contactsPath}/new`
/** Where a contact takes over what is right of another one, and its orders. */
export const mergePath = (kept: string, other: string) =>
  `${contactPath(kept)}/merge/${encodeURIComponent(other)}`
/** Where likely doubles are told. */
export const doublesPath = `${contactsPath}/doubles`
