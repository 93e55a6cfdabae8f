import { session } from 'electron'
import type { ResolveProxy } from '../api'

/** The proxy that the system prescribes for an address, as Chromium reads it (PAC included). After `ready` only. */
export const systemProxy: ResolveProxy = (url) => session.defaultSession.resolveProxy(url)
