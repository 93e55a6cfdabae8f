/** Steps of the page's scale, as browsers have them; 1 is 100 %. */
const steps = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const

/** The next scale up or down from any scale, or 1. It stops at both ends. */
export function nextZoom(current: number, direction: 'in' | 'out' | 'reset'): number {
  if (direction === 'reset') return 1
  const found =
    direction === 'in'
      ? steps.find((step) => step > current + 0.001)
      : steps.findLast((step) => step < current - 0.001)
  return found ?? current
}
