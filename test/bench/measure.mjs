import { readdirSync, readFileSync } from 'node:fs'

/** Runs something and answers how long it took, in milliseconds. @param {() => Promise<unknown>} work */
export async function time(work) {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Rounds to so many digits, for the report. */
export const round = (value, digits = 2) => Number(value.toFixed(digits))

/**
 * Proportional set size of a process and all below it, in MB: shared pages count once, split over their users.
 * @param {number} pid
 */
export function treeMemoryMb(pid) {
  const children = childrenByParent()
  let kb = 0
  const queue = [pid]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    kb += pssKb(next)
    queue.push(...(children.get(next) ?? []))
  }
  return kb / 1024
}

function childrenByParent() {
  const children = new Map()
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = Number(/^PPid:\s+(\d+)/m.exec(readProc(entry, 'status'))?.[1] ?? 0)
    children.set(parent, [...(children.get(parent) ?? []), Number(entry)])
  }
  return children
}

function pssKb(pid) {
  return Number(/^Pss:\s+(\d+) kB/m.exec(readProc(pid, 'smaps_rollup'))?.[1] ?? 0)
}

/** A process may end while we look: then it has nothing. */
function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
