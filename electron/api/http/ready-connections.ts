import type { Socket } from 'node:net'
import type { buildConnector } from 'undici'

type Connector = buildConnector.connector
type Callback = Parameters<Connector>[1]

interface Ready {
  readonly key: string
  /** Set once it is open. */
  open?: { readonly socket: Socket; handOver(): void }
  /** Who waits for it while it is still being opened. */
  taker?: Callback
  readonly expiry: NodeJS.Timeout
}

/** Connections that are opened a moment before they are needed. */
export interface ReadyConnections {
  /** Takes the one that was prepared, or opens one. */
  readonly connect: Connector
  /** Opens one to an origin ahead of the request that will use it. Nothing is sent on it, and failing means nothing. */
  prepare(origin: string): void
  close(): void
}

/**
 * Opening a connection takes two or three times as long as the way to the server and back, which a command on a fresh one
 * would wait for while a person does.
 * @param open opens a connection
 * @param freshMs how long one may stand unused, in milliseconds: servers close idle ones after five seconds or more, and a
 * command must not meet that
 */
export function createReadyConnections(open: Connector, freshMs: number): ReadyConnections {
  let ready: Ready[] = []

  const drop = (one: Ready): void => {
    clearTimeout(one.expiry)
    ready = ready.filter((other) => other !== one)
  }

  const prepare = (origin: string): void => {
    const { protocol, host, hostname, port } = new URL(origin)
    const expire = () => {
      drop(one)
      one.open?.socket.destroy()
    }
    const one: Ready = { key: `${protocol}//${host}`, expiry: setTimeout(expire, freshMs).unref() }
    ready.push(one)
    open({ protocol, host, hostname, port }, (error, socket) => {
      const { taker } = one
      if (taker) return error ? taker(error, null) : taker(null, socket)
      if (error) return drop(one)
      // It expired before it was open.
      if (!ready.includes(one)) return void socket.destroy()
      socket.once('close', () => drop(one))
      // Reading is what notices that the server closed it. One that speaks unasked is about to.
      const read = () => {
        if (socket.read() !== null) socket.destroy()
      }
      socket.on('readable', read)
      one.open = { socket, handOver: () => socket.off('readable', read) }
    })
  }

  const connect: Connector = (target, callback) => {
    const key = `${target.protocol}//${target.host}`
    const one = ready.find((candidate) => candidate.key === key && candidate.open?.socket.destroyed !== true)
    if (!one) return open(target, callback)
    drop(one)
    if (one.open) {
      const { socket, handOver } = one.open
      handOver()
      // undici does not notice what it is answered before it has finished asking.
      queueMicrotask(() => callback(null, socket))
    } else one.taker = (...result) => (result[0] ? open(target, callback) : callback(...result))
  }

  return {
    connect,
    prepare,
    close: () => {
      for (const one of ready) {
        drop(one)
        one.open?.socket.destroy()
      }
    },
  }
}
