import { isGap, mustClear, type PrivacyRequest } from '@shared/features/privacy'

/** The way of a request, in order. */
export const steps = ['find', 'review', 'erase', 'copies', 'prove'] as const
export type Step = (typeof steps)[number]

/** `attention`: somebody has to look at it; `next`: it can be done now. */
export type StepState = 'done' | 'running' | 'attention' | 'next' | 'later'

type Facts = Pick<
  PrivacyRequest,
  | 'state'
  | 'searchedAt'
  | 'searched'
  | 'orders'
  | 'contacts'
  | 'batches'
  | 'erasedOrders'
  | 'erasedContacts'
  | 'copies'
  | 'copiesClearedAt'
  | 'toClear'
  | 'exportedTo'
>

/** Nothing more happens to it. */
export const hasEnded = ({ state }: Pick<PrivacyRequest, 'state'>): boolean =>
  state === 'completed' || state === 'withdrawn'

/** Something that arrived since it was reviewed, may be the person's, and is not chosen so far. */
export const arrivedOf = ({ orders, contacts }: Pick<PrivacyRequest, 'orders' | 'contacts'>) =>
  [...orders, ...contacts].filter(
    ({ arrived, chosen, surety }) => arrived && !chosen && surety !== 'someone-else',
  )

/** What was asked of the server for it: whether any of that began. */
export const hasBegun = ({ batches, erasedOrders, erasedContacts }: Facts): boolean =>
  batches.length > 0 || [...erasedOrders, ...erasedContacts].some(({ state }) => state !== 'waiting')

/** Where each step stands. */
export function stepStates(request: Facts): Readonly<Record<Step, StepState>> {
  if (request.state === 'completed') {
    return { find: 'done', review: 'done', erase: 'done', copies: 'done', prove: 'done' }
  }
  if (request.searchedAt === undefined) {
    return { find: 'next', review: 'later', erase: 'later', copies: 'later', prove: 'later' }
  }
  const { erasedOrders, erasedContacts, searched } = request
  // That nothing was found says nothing while somewhere nobody looked.
  const isOpen = searched.some(isGap) && erasedOrders.length + erasedContacts.length === 0
  if (isOpen) {
    const copies = copiesState(request, 'later')
    return { find: 'attention', review: 'later', erase: 'later', copies, prove: 'later' }
  }
  const erase = eraseState(request)
  const copies = copiesState(request, erase)
  return {
    find: arrivedOf(request).length > 0 || request.searched.some(isGap) ? 'attention' : 'done',
    review: hasBegun(request) || erase === 'done' ? 'done' : 'next',
    erase,
    copies,
    prove: copies === 'done' ? 'next' : 'later',
  }
}

function eraseState({ erasedOrders, erasedContacts }: Facts): StepState {
  const states = [...erasedOrders, ...erasedContacts].map(({ state }) => state)
  if (states.includes('under-way')) return 'running'
  if (states.some((state) => state === 'incomplete' || state === 'failed' || state === 'unclear')) {
    return 'attention'
  }
  return states.every((state) => state === 'erased') ? 'done' : 'next'
}

function copiesState(request: Facts, erase: StepState): StepState {
  const { copies, copiesClearedAt } = request
  if (copiesClearedAt === undefined) {
    return erase === 'done' || erase === 'attention' || mustClear(request) ? 'next' : 'later'
  }
  return copies?.some(({ result }) => result === 'by-hand') ? 'attention' : 'done'
}

/** The step to show first: the first one where there is something to do. */
export function firstStep(request: Facts): Step {
  if (hasEnded(request)) return 'prove'
  const states = stepStates(request)
  const isOpen = (step: Step) => states[step] !== 'done' && states[step] !== 'later'
  return steps.find(isOpen) ?? 'prove'
}
