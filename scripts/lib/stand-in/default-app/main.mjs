// What stock Electron's default_app does for `electron <folder>`: loads the app named on the command line.
// It has to be a module that awaits the app's entry: `ready` must not fire before the entry has run, or
// registerSchemesAsPrivileged comes too late.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app as publicApp } from 'electron'

/** The default app may call what Electron does not document. */
const app = /** @type {Electron.App & { setVersion(v: string): void, setAppPath(path: string): void }} */ (
  publicApp
)

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })

const { modules, argument } = readArguments(process.argv.slice(1))
const load = createRequire(path.join(process.cwd(), 'electron'))
for (const module of modules) load(module)

const target = path.resolve(argument ?? '.')
const manifest = path.join(target, 'package.json')
if (existsSync(manifest)) {
  const { name, productName, version } = JSON.parse(readFileSync(manifest, 'utf8'))
  if (version) app.setVersion(version)
  app.name = productName || name || app.name
  app.setPath('userData', path.join(app.getPath('appData'), app.name))
}
const entry = createRequire(import.meta.url).resolve(target)
app.setAppPath(existsSync(manifest) ? target : path.dirname(entry))
await import(pathToFileURL(entry).href)

/** `electron -r <module> <folder>`: modules to load before the application, as stock Electron does. @param {readonly string[]} given */
function readArguments(given) {
  /** @type {string[]} */
  const modules = []
  for (let index = 0; index < given.length; index++) {
    const value = given[index] ?? ''
    if (value === '-r' || value === '--require') modules.push(given[++index] ?? '')
    else if (!value.startsWith('-')) return { modules, argument: value }
  }
  return { modules, argument: undefined }
}
