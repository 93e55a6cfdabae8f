import { parentPort, serveStore } from '../serve'
import { mirrorMethods } from './methods'
import { mirrorParams } from './protocol'

/** The process that keeps the mirror of a profile. Main forks it and talks to it over its parent port. */
serveStore(parentPort(), mirrorParams, mirrorMethods())
