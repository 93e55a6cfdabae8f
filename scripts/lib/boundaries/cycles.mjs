/**
 * Finds one cycle in every knot of files that import each other (Tarjan's strongly connected components, then the
 * shortest way round from the knot's first file).
 * @param {ReadonlyMap<string, Iterable<string>>} graph file → files it imports
 * @returns {string[][]} each as `[a, b, c, a]`
 */
export function findCycles(graph) {
  return knots(graph).map((knot) => shortestCycle(graph, knot))
}

/** @param {ReadonlyMap<string, Iterable<string>>} graph @returns {string[][]} */
function knots(graph) {
  /** @type {Map<string, { index: number, low: number, open: boolean }>} */
  const seen = new Map()
  /** @type {string[]} */
  const stack = []
  /** @type {string[][]} */
  const found = []

  /** @param {string} file */
  const visit = (file) => {
    const mark = { index: seen.size, low: seen.size, open: true }
    seen.set(file, mark)
    stack.push(file)
    for (const next of graph.get(file) ?? []) {
      const known = seen.get(next) ?? visit(next)
      if (known.open) mark.low = Math.min(mark.low, known.low)
    }
    if (mark.low === mark.index) {
      const knot = stack.splice(stack.indexOf(file))
      for (const member of knot) /** @type {{ open: boolean }} */ (seen.get(member)).open = false
      const importsItself = [...(graph.get(file) ?? [])].includes(file)
      if (knot.length > 1 || importsItself) found.push(knot.sort())
    }
    return mark
  }
  for (const file of graph.keys()) if (!seen.has(file)) visit(file)
  return found.sort()
}

/** @param {ReadonlyMap<string, Iterable<string>>} graph @param {string[]} knot @returns {string[]} */
function shortestCycle(graph, knot) {
  const members = new Set(knot)
  const start = /** @type {string} */ (knot[0])
  /** @type {string[][]} */
  const paths = [[start]]
  const reached = new Set()
  for (let path = paths.shift(); path; path = paths.shift()) {
    for (const next of graph.get(/** @type {string} */ (path.at(-1))) ?? []) {
      if (next === start) return [...path, start]
      if (!members.has(next) || reached.has(next)) continue
      reached.add(next)
      paths.push([...path, next])
    }
  }
  return [...knot, start]
}
