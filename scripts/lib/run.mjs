import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'
import { repositoryRoot } from './paths.mjs'

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [cwd]
 * @property {number} [timeoutMs] then it is killed
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/** Ends every program that `run` still waits for. */
export function endRunning() {
  for (const child of running) child.kill('SIGTERM')
}

/**
 * Runs a program to its end and keeps what it prints.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} `code` 127 when the program is not there; output is stdout and
 *   stderr as they came
 */
export function run(program, args, { env = process.env, cwd = repositoryRoot, timeoutMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: timeoutMs })
    running.add(child)
    /** @type {Buffer[]} */
    const chunks = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk))
    const output = () => Buffer.concat(chunks).toString('utf8')
    child.on('error', (error) => {
      running.delete(child)
      resolve({ code: 127, output: output() + error.message })
    })
    child.on('close', (code, signal) => {
      running.delete(child)
      resolve({ code: exitCode(code, signal), output: output() })
    })
  })
}

const FORWARDED = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
const REPEAT_MS = 500

/**
 * Runs a program in the foreground: it has our terminal, gets the signals we get, and its exit code is the answer.
 *
 * It runs in a process group of its own, because Ctrl+C would otherwise reach it twice (from the terminal and from
 * us), and Chromium takes the second for "at once". npm repeats signals too, so a repeat within half a second is
 * one and the same.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} 128 + n when it was ended by signal n
 */
export function runInForeground(program, args, { env = process.env, cwd = repositoryRoot } = {}) {
  const ownGroup = process.platform !== 'win32'
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: 'inherit', detached: ownGroup })
    let forwardedAt = 0
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => {
      if (!ownGroup || Date.now() - forwardedAt < REPEAT_MS) return
      forwardedAt = Date.now()
      child.kill(signal)
    }
    for (const signal of FORWARDED) process.on(signal, forward)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      for (const name of FORWARDED) process.off(name, forward)
      resolve(exitCode(code, signal))
    })
  })
}

/** @param {number | null} code @param {NodeJS.Signals | null} signal */
function exitCode(code, signal) {
  return code ?? 128 + (signal ? constants.signals[signal] : 0)
}

/** @param {string} program @returns {string | undefined} where it is on the PATH */
export function findProgram(program) {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return folders.map((folder) => path.join(folder, program)).find((file) => existsSync(file))
}

/**
 * The script behind a command of an installed package, to be run with Node: no shell and no `.cmd` on any system.
 * @param {string} packageName
 * @param {string} [command] the package's own name unless told
 */
export function packageCommand(packageName, command = packageName.replace(/^.*\//, '')) {
  const folder = path.join(repositoryRoot, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  return path.join(folder, typeof bin === 'string' ? bin : bin[command])
}

/**
 * Runs npm, by Node and its own script where that can be found.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runNpm(args, options) {
  const nodeFolder = path.dirname(process.execPath)
  const script = [
    process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : '',
    path.join(nodeFolder, 'node_modules/npm/bin/npm-cli.js'),
    path.join(nodeFolder, '../lib/node_modules/npm/bin/npm-cli.js'),
  ].find((file) => file && existsSync(file))
  return script ? run(process.execPath, [script, ...args], options) : run('npm', args, options)
}
