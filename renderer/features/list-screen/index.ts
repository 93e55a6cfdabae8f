export { type Chosen, chosenOf } from './chosen'
export { CoveredList } from './covered-list'
export { ListScreen } from './list-screen'
export { useReturnToRow } from './use-return-to-row'
