/**
 * The import boundaries, one entry each. They say who may use what; the reasons are in ARCHITECTURE.md.
 *
 * @typedef {import('./resolve.mjs').Target} Target
 * @typedef {import('./imports.mjs').ImportKind} ImportKind
 * @typedef {object} Rule
 * @property {string} name
 * @property {(from: string) => boolean} applies to which importing files (tests are never asked)
 * @property {(target: Target, from: string, kind: ImportKind) => boolean} forbids
 * @property {string} because
 */

/** @param {string} path @param {string[]} folders */
const within = (path, ...folders) =>
  folders.some((folder) => path === folder || path.startsWith(`${folder}/`))

/** @param {Target} target @param {string[]} folders */
const isFileIn = (target, ...folders) => target.kind === 'file' && within(target.path, ...folders)

/** @param {Target} target @param {RegExp} names */
const isPackage = (target, names) => target.kind === 'package' && names.test(target.name)

const isElectron = /^electron$/
const isUserInterface =
  /^(react|react-dom|react-.*|@mantine\/.*|@tabler\/.*|@tanstack\/.*|ag-grid-.*|wouter)$/
const isMainOnly = /^(electron-.*|keytar|libsql|undici|fastify)$/

/** The feature that a file belongs to: `orders` of `renderer/features/orders/order-page.tsx`. @param {string} path */
const featureOf = (path) => /(?:^|\/)features\/([^/]+)\//.exec(path)?.[1]

/** @param {string} path */
const isFeatureIndex = (path) => /(?:^|\/)features\/[^/]+\/index\.tsx?$/.test(path)

/**
 * A package that may be used in a few folders only.
 * @param {string} name
 * @param {string[]} folders
 * @param {string} because
 * @returns {Rule}
 */
const packageOnlyIn = (name, folders, because) => ({
  name: `${name}-only-in-${folders.join('-and-').replaceAll('/', '-')}`,
  applies: (from) => within(from, 'electron', 'renderer', 'shared') && !within(from, ...folders),
  forbids: (target) => target.kind === 'package' && target.name === name,
  because,
})

/** @type {Rule[]} */
export const importRules = [
  {
    name: 'shared-is-pure',
    applies: (from) => within(from, 'shared'),
    forbids: (target) =>
      target.kind === 'builtin' ||
      isPackage(target, isElectron) ||
      isPackage(target, isUserInterface) ||
      isPackage(target, isMainOnly) ||
      (target.kind === 'file' && !within(target.path, 'shared', 'resources/openapi')),
    because:
      'shared runs in every process: no Node, no Electron, no React, nothing of electron/ or renderer/',
  },
  {
    name: 'renderer-is-a-web-page',
    applies: (from) => within(from, 'renderer'),
    forbids: (target) =>
      target.kind === 'builtin' ||
      isPackage(target, isElectron) ||
      isPackage(target, isMainOnly) ||
      (target.kind === 'file' && !within(target.path, 'renderer', 'shared', 'resources')),
    because: 'the renderer is sandboxed: only renderer/, shared/ and resources/, no Node, no Electron',
  },
  {
    name: 'electron-has-no-user-interface',
    applies: (from) => within(from, 'electron'),
    forbids: (target) => isFileIn(target, 'renderer') || isPackage(target, isUserInterface),
    because: 'dependencies point one way: renderer → shared ← electron',
  },
  {
    name: 'preload-is-generic',
    applies: (from) => from === 'electron/preload.ts',
    forbids: (target) => !isPackage(target, isElectron) && !isFileIn(target, 'shared/ipc'),
    because: 'the preload is made from the contract: it imports electron and shared/ipc only',
  },
  {
    name: 'sandbox-is-the-judge',
    applies: (from) => within(from, 'electron/sandbox'),
    forbids: (target) =>
      target.kind === 'file' && !within(target.path, 'electron/sandbox', 'shared/api', 'resources/openapi'),
    because: 'the sandbox shares the OpenAPI file and its types with the client and nothing else',
  },
  {
    name: 'sandbox-is-a-process',
    applies: (from) =>
      within(from, 'electron', 'renderer', 'shared') &&
      !within(from, 'electron/sandbox') &&
      from !== 'electron/main.ts',
    forbids: (target, _from, kind) => kind !== 'process' && isFileIn(target, 'electron/sandbox'),
    because: 'the client talks to the sandbox over HTTP as to any server and starts it as a process',
  },
  {
    name: 'features-meet-at-their-index',
    applies: (from) => featureOf(from) !== undefined,
    forbids: (target, from) => {
      if (target.kind !== 'file') return false
      const feature = featureOf(target.path)
      return feature !== undefined && feature !== featureOf(from) && !isFeatureIndex(target.path)
    },
    because: 'a feature imports a sibling only through its index',
  },
  {
    name: 'product-code-stands-alone',
    applies: (from) => within(from, 'electron', 'renderer', 'shared'),
    forbids: (target) => isFileIn(target, 'test', 'scripts', 'out', 'dist'),
    because: 'what ships imports neither tests, scripts nor build output',
  },
  packageOnlyIn('keytar', ['electron/platform'], 'the keychain is reached through electron/platform alone'),
  packageOnlyIn('libsql', ['electron/store'], 'one process owns the database files: the store'),
  packageOnlyIn('undici', ['electron/api', 'electron/platform'], 'HTTP leaves through the API client alone'),
]
