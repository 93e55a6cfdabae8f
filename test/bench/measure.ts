import { readdirSync, readFileSync } from 'node:fs'

/** Runs something and answers how long it took, in milliseconds. */
export async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low, high] = [sorted[sorted.length % 2 ? middle : middle - 1], sorted[middle]]
  if (low === undefined || high === undefined) throw new Error('nothing was measured')
  return (low + high) / 2
}

/** The value that so large a share of all stays below. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  if (value === undefined) throw new Error('nothing was measured')
  return value
}

/**
 * Proportional set size of a process and all below it, in MB: shared pages count once, split over their users.
 */
export const treeMemoryMb = (pid: number): number => sumOverTree(pid, pssKb) / 1024

/** Processor time that a process and all below it, as they are now, have taken so far, in milliseconds. */
export const treeCpuMs = (pid: number): number => sumOverTree(pid, cpuTicks) * 10

function sumOverTree(pid: number, measureOf: (pid: number) => number): number {
  const children = childrenByParent()
  let sum = 0
  const queue = [pid]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    sum += measureOf(next)
    queue.push(...(children.get(next) ?? []))
  }
  return sum
}

/** Of user and system, in hundredths of a second, which is what Linux counts in. */
function cpuTicks(pid: number): number {
  // The name of the program, which may hold anything, ends with the last bracket.
  const fields = readProc(String(pid), 'stat').split(') ').at(-1)?.split(' ') ?? []
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
}

function childrenByParent(): Map<number, number[]> {
  const children = new Map<number, number[]>()
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = Number(/^PPid:\s+(\d+)/m.exec(readProc(entry, 'status'))?.[1] ?? 0)
    children.set(parent, [...(children.get(parent) ?? []), Number(entry)])
  }
  return children
}

function pssKb(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(readProc(String(pid), 'smaps_rollup'))?.[1] ?? 0)
}

/** A process may end while we look: then it has nothing. */
function readProc(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
