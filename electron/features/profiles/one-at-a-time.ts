/** Lets the calls of an asynchronous function run one after the other, in the order in which they came. */
export function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve()
  return <Args extends readonly unknown[], T>(run: (...args: Args) => T | Promise<T>) =>
    (...args: Args): Promise<T> => {
      const turn = last.then(() => run(...args))
      last = turn.catch(() => {})
      return turn
    }
}
