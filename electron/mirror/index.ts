export { type MeteredConnection, meteredConnection } from './metered'
export { createMirrors, type Mirrors } from './mirrors'
export { mirrorsSpec, mirrorWishes } from './mirrors-document'
