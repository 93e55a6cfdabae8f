export type { Chosen } from './chosen'
export { ListScreen } from './list-screen'
