import type { Methods } from '../serve'
import { createMirror, type Mirror } from './mirror'
import { openMirror } from './mirror-file'
import type { MirrorProtocol } from './protocol'

/** What the process that keeps the mirror does. */
export function mirrorMethods(): Methods<MirrorProtocol> {
  let mirror: Mirror | undefined
  const opened = (): Mirror => {
    if (!mirror) throw new Error('the mirror is not open')
    return mirror
  }
  return {
    'mirror.open': (place) => {
      mirror?.close()
      mirror = undefined
      const file = openMirror(place)
      if (!file.ok) return file
      mirror = createMirror(file.value, place)
      const { setAside } = file.value
      return { ok: true, value: { status: mirror.status(), ...(setAside === undefined ? {} : { setAside }) } }
    },
    'mirror.take': (page) => opened().take(page),
    'mirror.status': () => opened().status(),
    'mirror.putState': ({ state }) => opened().putState(state),
    'mirror.query': ({ query, rows }) => opened().query(query, rows),
    'mirror.rows': ({ list, from, count }) => opened().rows(list, from, count),
    'mirror.totals': ({ list, choice }) => opened().totals(list, choice),
    'mirror.overview': ({ question }) => opened().overview(question),
    'mirror.position': ({ list, reference }) => opened().position(list, reference),
    'mirror.order': ({ reference }) => opened().order(reference),
    'mirror.kept': ({ name }) => opened().kept(name),
    'mirror.keep': ({ name, value }) => opened().keep(name, value),
    'mirror.beginExport': (what) => opened().beginExport(what),
    'mirror.nextOfExport': ({ export: number }) => opened().nextOfExport(number),
    'mirror.endExport': ({ export: number }) => {
      opened().endExport(number)
      return null
    },
    'mirror.noteFile': async (file) => {
      await opened().noteFile(file)
      return null
    },
    'mirror.forgetFile': async ({ path }) => {
      await opened().forgetFile(path)
      return null
    },
    'mirror.files': () => opened().files(),
    'mirror.countSettled': async ({ before }) => ({ orders: await opened().countSettled(before) }),
    'mirror.indexSort': () => opened().indexSort(),
    'mirror.purge': ({ before, limit }) => opened().purge(before, limit),
    'mirror.remove': ({ references }) => opened().remove(references),
  }
}
