/** Milliseconds; a window that nobody sees makes no pictures. */
const longest = 100

/** Comes when the next picture of the window is made, with all that stands in the page now. */
export const nextPicture = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, longest)
    requestAnimationFrame(() => {
      // It is made once the callbacks of its frame are through.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        clearTimeout(timer)
        port1.close()
        resolve()
      }
      port2.postMessage(null)
    })
  })
