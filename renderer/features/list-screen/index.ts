export { type Chosen, chosenOf } from './chosen'
export { ListScreen } from './list-screen'
