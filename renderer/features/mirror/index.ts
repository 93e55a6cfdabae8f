export { MirrorSection } from './mirror-section'
export { mirrorStateOptions } from './queries'
