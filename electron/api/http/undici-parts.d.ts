// undici declares types for its front door only. These are the same classes by the paths that undici's own index
// takes them from.

declare module 'undici/lib/dispatcher/agent.js' {
  import { Agent } from 'undici'

  export = Agent
}

declare module 'undici/lib/dispatcher/pool.js' {
  import { Pool } from 'undici'

  export = Pool
}

declare module 'undici/lib/dispatcher/proxy-agent.js' {
  import { ProxyAgent } from 'undici'

  export = ProxyAgent
}

declare module 'undici/lib/core/connect.js' {
  import { buildConnector } from 'undici'

  export = buildConnector
}

declare module 'undici/lib/api/api-connect.js' {
  import type { Dispatcher } from 'undici'

  /** Asks a dispatcher for a tunnel; undici's index makes it the method `connect` of all of them. */
  function connect(this: Dispatcher, options: Dispatcher.ConnectOptions): Promise<Dispatcher.ConnectData>
  export = connect
}
