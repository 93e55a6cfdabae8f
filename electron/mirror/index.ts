export { type MeteredConnection, meteredConnection } from './metered'
export type { MirrorStore } from './mirror-store'
export { createMirrors, type Mirrors } from './mirrors'
export { mirrorsSpec, mirrorWishes } from './mirrors-document'
