/** Switches that would open a packaged app to whoever starts it. Fuses close Node's own `--inspect`. */
const debuggingSwitches = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-allow-origins'] as const

/** Drops debugging switches. Must run before the app is ready. */
export function ignoreDebuggingSwitches(commandLine: { removeSwitch(name: string): void }): void {
  for (const name of debuggingSwitches) commandLine.removeSwitch(name)
}
