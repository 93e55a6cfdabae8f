import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/**
 * Starts the built sandbox as a process of its own, outside of what is measured.
 * @param {string} script path of the built sandbox.js
 * @param {number} orders
 * @returns {Promise<{ origin: string, clientId: string, clientSecret: string, stop: () => Promise<void> }>}
 */
export async function startSandbox(script, orders) {
  const credentials = { clientId: 'bench', clientSecret: 'bench-secret' }
  const config = JSON.stringify({ ...credentials, orders, validate: false })
  const child = spawn(process.execPath, [script, config], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((done) => child.once('close', done))
  for await (const line of createInterface({ input: child.stdout })) {
    const message = JSON.parse(line)
    if (message.type !== 'listening') continue
    const stop = async () => {
      child.kill('SIGTERM')
      await ended
    }
    return { ...credentials, origin: message.origin, stop }
  }
  throw new Error('the sandbox ended before it listened')
}
