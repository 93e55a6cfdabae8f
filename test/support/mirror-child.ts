import { mirrorMethods } from '../../electron/store/mirror/methods'
import { mirrorParams } from '../../electron/store/mirror/protocol'
import { serveStore } from '../../electron/store/serve'
import { childPort } from './child-port'

// The mirror's process as a plain Node process: what is tested around it is killed, not the application.
serveStore(childPort, mirrorParams, mirrorMethods())
