import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { resolveLanguage } from '@shared/features/settings'
import { contract } from '@shared/ipc/contract'
import { app, clipboard, nativeTheme, powerMonitor, session, shell, utilityProcess } from 'electron'
import { createDistributorApi, platformName } from './api'
import { composePrivacy } from './compose-privacy'
import { amendmentsHandlers } from './features/amendments'
import { appHandlers } from './features/app'
import { batchesHandlers, createPlanner, createSaveLine } from './features/batches'
import { cancellationsHandlers } from './features/cancellations'
import { contactsHandlers } from './features/contacts'
import { forgetGridStates, gridStateHandlers, gridStatesSpec } from './features/grid-state'
import { mirrorHandlers } from './features/mirror'
import { descriptionsOf, operationKinds } from './features/operation-kinds'
import { operationsHandlers } from './features/operations'
import { ordersHandlers } from './features/orders'
import { paymentsHandlers } from './features/payments'
import { createProfiles } from './features/profiles'
import { refundsHandlers } from './features/refunds'
import { settingsHandlers } from './features/settings'
import { createStockReads, forgetStockRules, stockHandlers, stockRulesSpec } from './features/stock'
import { vouchersHandlers } from './features/vouchers'
import { windowsHandlers } from './features/windows'
import { createDispatch } from './ipc/dispatch'
import { registerCalls } from './ipc/register'
import {
  createAnchorKeeper,
  createJournal,
  createJournalStore,
  createSchedule,
  defaultBatchPace,
  noteLists,
  scaledPace,
} from './journal'
import { openWhenUnlocked } from './journal/open-when-unlocked'
import { systemClock } from './journal/system-clock'
import { createBatchEvents, createJournalEvents } from './journal/tell-windows'
import { undoWindowOf } from './journal/undo-of'
import { createMirrors, meteredConnection, mirrorsSpec, mirrorWishes } from './mirror'
import { createMirrorEvents } from './mirror/tell-windows'
import { registerAppScheme, serveRenderer } from './platform/app-protocol'
import { installMenu } from './platform/application-menu'
import { createConfirm } from './platform/confirm'
import { ignoreDebuggingSwitches } from './platform/debugging-switches'
import { linkScheme, routeInArguments, routeOfLink } from './platform/deep-link'
import { developmentOptions } from './platform/development'
import { finishBeforeQuit } from './platform/finish-before-quit'
import { forkStore } from './platform/fork-store'
import { openJsonDocument } from './platform/json-document'
import { createKeychain, keychainServiceOf } from './platform/keychain'
import { lockDown } from './platform/lockdown'
import { describeThrown, openLog } from './platform/log'
import { nativeText } from './platform/native-text'
import { createPrinting } from './platform/print-window'
import { createPrivateFiles } from './platform/private-files'
import { systemProxy } from './platform/proxy'
import { createRedactor } from './platform/redact'
import { createSandboxProcesses } from './platform/sandbox-process'
import { createFolderDialog, createOpenDialog, createSaveDialog } from './platform/save-dialog'
import { openSettings } from './platform/settings'
import { createWindows } from './platform/windows'
import { unfinishedWork } from './unfinished-work'

/** Several installations side by side, and tests, name their own folder. */
const userData = process.env.GATEHOUSE_USER_DATA
if (userData) app.setPath('userData', userData)

registerAppScheme()
// An installation with a folder of its own has its own keychain entries, and nothing of the person's to see.
if (!__GATEHOUSE_DEV__ && !userData) ignoreDebuggingSwitches(app.commandLine)
// Chromium refuses its sandbox to root (containers, CI); whoever starts it so has passed the switch.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

// macOS hands a link over as an event, which may come before anything is ready.
let linkedRoute: string | undefined
let followLink = (route: string): void => {
  linkedRoute = route
}
app.on('open-url', (event, link) => {
  event.preventDefault()
  const route = routeOfLink(link)
  if (route !== undefined) followLink(route)
})
if (!app.requestSingleInstanceLock()) app.quit()
else void app.whenReady().then(start)

function start(): void {
  const folder = app.getPath('userData')
  const development = developmentOptions(process.env)
  const redactor = createRedactor()
  const log = openLog({ folder: join(folder, 'logs'), redactor })
  const settings = openSettings(folder)
  const language = () => resolveLanguage(settings.get().language, app.getLocale())
  const text = () => nativeText(language())

  const windows = createWindows({
    readState: settings.readWindowState,
    writeState: settings.writeWindowState,
    zoom: () => settings.get().zoom,
    text,
    report: (what) => log.error('window.failed', { what }),
  })
  const keychain = createKeychain({ service: keychainServiceOf(userData && app.getPath('userData')) })
  const sandbox = createSandboxProcesses({
    fork: (env) =>
      utilityProcess.fork(join(import.meta.dirname, 'sandbox.js'), [], {
        serviceName: 'Gatehouse sandbox',
        env: { ...process.env, ...env },
      }),
    stateFolder: `${folder}-sandbox`,
    orders: development.sandboxOrders,
    faultToken: development.sandboxFaultToken,
    report: log.error,
  })
  const chooseSavePath = createSaveDialog(windows.ofCaller)
  const chooseOpenPath = createOpenDialog(windows.ofCaller)
  const chooseFolder = createFolderDialog(windows.ofCaller)
  const openPath = (path: string) => shell.openPath(path)
  const confirm = createConfirm({ text, windowOf: windows.ofCaller })
  const profiles = createProfiles({
    folder,
    keychain,
    sandbox,
    outsideSandbox: development.outsideSandbox,
    confirm,
    check: (connection, options) => api.check(connection, options),
    rememberSecret: redactor.remember,
    changed: (renewed, ordersAreOthers = false) => {
      windows.broadcast('profiles.changed', { renewed: [...renewed] })
      for (const profile of renewed) void mirrors.renewed(profile, ordersAreOthers)
    },
    unfinished: unfinishedWork(() => (existsSync(journalFile) ? journal : undefined)),
    leaving: (profile) => mirrors.leaves(profile),
    removed: (profile) => {
      api.forget(profile)
      forgetGridStates(gridStates, profile)
      stockReads.forget(profile)
      forgetStockRules(stockRules, profile)
      void mirrors.removed(profile)
    },
  })
  const api = createDistributorApi({
    connection: profiles.connection,
    identity: {
      name: app.name,
      version: app.getVersion(),
      build: __GATEHOUSE_BUILD__,
      flavor: __GATEHOUSE_DEV__ ? 'development' : 'production',
      packageName: 'app.gatehouse.desktop',
      platform: platformName(process.platform),
      installId: settings.installId,
    },
    resolveProxy: systemProxy,
    settings: development.apiTimeoutMs ? { timeoutMs: development.apiTimeoutMs } : {},
    sawOrder: (profile, { text }, askedAt) => mirrors.saw(profile, text, askedAt),
    report: (exchange) => log.info('api.request', { ...exchange }),
  })
  /** What is stopped before the mirrors are. */
  const beforeQuit: (() => Promise<void>)[] = []
  const mirrorEvents = createMirrorEvents({ clock: systemClock, broadcast: windows.broadcast })
  const mirrors = createMirrors({
    folder: join(folder, 'mirror'),
    keychain,
    api,
    wishes: mirrorWishes(openJsonDocument(folder, mirrorsSpec)),
    // Everywhere else a person decides whether the whole list is read (rules.md #77).
    byDefault: (profile) =>
      profiles.isBuiltInSandbox(profile) && !development.withoutMirror ? 'kept' : 'off',
    isOnThisComputer: profiles.isBuiltInSandbox,
    accountOf: profiles.accountOf,
    syncSettings: (profile) => (profiles.isBuiltInSandbox(profile) ? sandboxSync : {}),
    spawn: () => forkStore(join(import.meta.dirname, 'mirror.js'), 'Gatehouse mirror'),
    clock: systemClock,
    changed: mirrorEvents.changed,
    stateChanged: mirrorEvents.stateChanged,
    filesLeft: (profile, account, files) => noteLists(journal, { profile, account }, files),
    report: log.error,
  })
  const stockReads = createStockReads({ api, accountOf: profiles.accountOf, newId: randomUUID })
  const printing = createPrinting()
  const vouchers = createPrivateFiles(join(folder, 'vouchers'))
  const deskUser = () => settings.get().deskUser || userInfo().username
  const journalFile = join(folder, 'journal', 'journal.db')
  const kinds = operationKinds(api, Date.now)
  const descriptions = descriptionsOf(kinds)
  const journalEvents = createJournalEvents({ clock: systemClock, broadcast: windows.broadcast })
  const batchEvents = createBatchEvents({ clock: systemClock, broadcast: windows.broadcast })
  const journal = createJournal({
    store: createJournalStore({
      path: journalFile,
      key: (has) => keychain.getOrCreateKey('journal', has),
      anchor: createAnchorKeeper({
        place: {
          read: () => keychain.read('journal-anchor'),
          // An anchor that lands late is only older than it could be.
          write: (anchor) => keychain.write('journal-anchor', anchor, { keepLate: true }),
        },
        now: Date.now,
        failed: ({ code }) => log.error('journal.not-anchored', { code }),
      }),
      spawn: () => forkStore(join(import.meta.dirname, 'store.js'), 'Gatehouse store'),
      now: Date.now,
      died: (code) => log.error('store.died', { code }),
    }),
    definitions: kinds.map(({ definition }) => definition),
    clock: systemClock,
    schedule: createSchedule(development.timeScale),
    newId: randomUUID,
    mayCommand: profiles.mayCommand,
    accountOf: profiles.accountOf,
    aboutToSend: (profile) => void api.prepareCommand(profile),
    undoWindow: undoWindowOf(() => settings.get().undoSeconds, development.undoSeconds),
    changed: journalEvents.tell,
    batchPace: scaledPace(defaultBatchPace, development.timeScale),
    batchChanged: (batch) => batchEvents.tell({ batch }),
    runLine: createSaveLine({ api }),
    report: log.error,
    deskUser,
  })
  const versions = {
    version: app.getVersion(),
    electron: process.versions.electron,
    platform: process.platform,
  }

  const installMenuAgain = installMenu({
    text,
    windows,
    zoom: { get: () => settings.get().zoom, set: (zoom) => void settings.update({ zoom }) },
  })
  const followScheme = () => {
    const { colorScheme } = settings.get()
    nativeTheme.themeSource = colorScheme === 'auto' ? 'system' : colorScheme
  }
  followScheme()
  settings.onChange(({ zoom }) => {
    followScheme()
    windows.setZoom(zoom)
    installMenuAgain()
    windows.broadcast('settings.changed', {})
  })
  lockDown(session.defaultSession, windows.isKnown, printing.isPrinting)
  serveRenderer(session.defaultSession, join(import.meta.dirname, '../renderer'), () => ({
    language: language(),
    colorScheme: settings.get().colorScheme,
  }))
  const gridStates = openJsonDocument(folder, gridStatesSpec)
  const stockRules = openJsonDocument(folder, stockRulesSpec)
  const planner = createPlanner({
    api,
    accountOf: profiles.accountOf,
    now: Date.now,
    changed: (plan) => batchEvents.tell({ plan }),
    report: log.error,
  })
  const handlers = {
    amendments: amendmentsHandlers({
      api,
      journal,
      now: Date.now,
      knowsPreview: profiles.isBuiltInSandbox,
    }),
    app: appHandlers(),
    batches: batchesHandlers({
      api,
      journal,
      descriptions,
      deskUser,
      accountOf: profiles.accountOf,
      chooseSavePath,
      chooseFolder,
      openPath,
      now: Date.now,
      changed: (plan) => batchEvents.tell({ plan }),
      report: log.error,
      planner,
    }),
    gridState: gridStateHandlers({ document: gridStates }),
    mirror: mirrorHandlers({
      mirrors,
      connection: meteredConnection(settings, mirrors.metered),
      chooseSavePath,
      chooseOpenPath,
      keptChanged: (profile) => windows.broadcast('mirror.kept', { profile }),
      journal,
      accountOf: profiles.accountOf,
      profileName: profiles.nameOf,
      showFile: shell.showItemInFolder,
      progress: (at) => windows.broadcast('mirror.exporting', at),
      beforeQuit: (stop) => beforeQuit.push(stop),
      report: log.error,
      now: Date.now,
    }),
    cancellations: cancellationsHandlers({ api, journal, now: Date.now }),
    contacts: contactsHandlers({ api, journal, now: Date.now }),
    operations: operationsHandlers({
      journal,
      descriptions,
      deskUser,
      confirm,
      chooseSavePath,
      profileName: profiles.nameOf,
      accountOf: profiles.accountOf,
      now: Date.now,
      exporting: (at) => windows.broadcast('journal.exporting', at),
      leftPutOff: () => windows.broadcast('journal.changed', { operationIds: [], orderReferences: [] }),
      verifying: (at) => windows.broadcast('journal.verifying', at),
    }),
    orders: ordersHandlers({ api, now: Date.now }),
    payments: paymentsHandlers({ api, journal, now: Date.now }),
    privacy: composePrivacy({
      ...{ api, mirrors, journal, planner, keychain, windows, folder, deskUser, language },
      ...{ chooseSavePath, chooseOpenPath, clearOpened: vouchers.clear },
      ...{ profileName: profiles.nameOf, sameAccount: profiles.sameAccount },
      starts: { accountOf: profiles.accountOf, chooseFolder },
    }),
    profiles: profiles.handlers,
    refunds: refundsHandlers({ api, journal, now: Date.now }),
    settings: settingsHandlers({
      settings,
      systemLocale: () => app.getLocale(),
      systemUser: () => userInfo().username,
      setAside: [settings.setAside, profiles.setAside, gridStates.setAside, stockRules.setAside].filter(
        (file) => file !== undefined,
      ),
      facts: () => ({
        versions,
        keychain: keychain.status(),
        profiles: profiles.summary(),
        log: log.tail(200),
      }),
      redactor,
      writeClipboard: (copied) => clipboard.writeText(copied),
    }),
    stock: stockHandlers({
      ...{ ...stockReads, journal, rules: stockRules, chooseSavePath, now: Date.now },
      accountOf: profiles.accountOf,
      rulesChanged: (profile) => windows.broadcast('stock.rules', { profile }),
    }),
    vouchers: vouchersHandlers({
      api,
      journal,
      now: Date.now,
      files: vouchers,
      accountOf: profiles.accountOf,
      chooseSavePath,
      openPath,
      print: printing.print,
    }),
    windows: windowsHandlers({ windows, text }),
  }
  const reportThrown = (operation: string, thrown: unknown) =>
    log.error('operation.threw', { operation, ...describeThrown(thrown) })
  registerCalls(createDispatch(contract, handlers, reportThrown, profiles.mayCommand), windows.isKnown)

  log.info('app.started', versions)
  const { webContents } = windows.open(routeInArguments(process.argv) ?? linkedRoute)
  // By the time its first question is there, the process is up.
  void mirrors.warm(profiles.activeIn(webContents.id))
  // What an earlier run left is taken up, but not on the way to the first paint; nor is a keychain asked for nothing.
  // A list of profiles that was begun anew says of none that it is gone.
  const finishLeaving = () => void (profiles.setAside ?? mirrors.finishLeaving())
  keychain.onChange(finishLeaving)
  webContents.once('did-finish-load', () => {
    setTimeout(finishLeaving, 1500)
    // What is installed answers to links; what is being worked on does not take them away from it.
    if (!__GATEHOUSE_DEV__) app.setAsDefaultProtocolClient(linkScheme)
    // Its folder is there, so a file that is not was deleted, and opening says so.
    if (existsSync(dirname(journalFile))) setTimeout(() => void journal.open(), 1500)
  })
  openWhenUnlocked(keychain, journal, () => existsSync(dirname(journalFile)))
  powerMonitor.on('resume', journal.wake)
  app.on('second-instance', (_event, argv) => {
    const route = routeInArguments(argv)
    if (route === undefined) windows.focusOrOpen()
    else windows.show(route)
  })
  followLink = windows.show
  app.on('activate', () => windows.focusOrOpen())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', sandbox.stopAll)
  app.on('will-quit', vouchers.clear)
  finishBeforeQuit(app, () => {
    const anchored = journal.stop()
    const mirrored = Promise.all(beforeQuit.map((stop) => stop())).then(mirrors.stop)
    return Promise.all([anchored, mirrored]).then(() => {})
  })
  app.on('quit', () => {
    // The system still asks for the keychain's password, and an ordinary end would wait for the answer.
    if (keychain.isWaiting()) process.kill(process.pid, 'SIGKILL')
  })
}

/** A sandbox on this computer has nobody to be fair to. */
const sandboxSync = { pace: { atOnce: 2, perSecond: 1000 } }
