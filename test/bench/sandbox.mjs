import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/**
 * Starts a server script as a process of its own, outside of what is measured, and waits until it listens.
 * @param {string} script
 * @param {string} argument
 * @returns {Promise<{ origin: string, stop: () => Promise<void> }>}
 */
export async function startServer(script, argument) {
  const child = spawn(process.execPath, [script, argument], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((done) => child.once('close', done))
  for await (const line of createInterface({ input: child.stdout })) {
    const message = JSON.parse(line)
    if (message.type !== 'listening') continue
    const stop = async () => {
      child.kill('SIGTERM')
      await ended
    }
    return { origin: message.origin, stop }
  }
  throw new Error(`${script} ended before it listened`)
}

/**
 * The built sandbox with so many orders.
 * @param {string} script path of the built sandbox.js
 * @param {number} orders
 */
export async function startSandbox(script, orders) {
  const credentials = { clientId: 'bench', clientSecret: 'bench-secret' }
  const server = await startServer(script, JSON.stringify({ ...credentials, orders, validate: false }))
  return { ...credentials, ...server }
}
