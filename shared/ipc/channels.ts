/** The only two channels between main and renderer. Kept free of imports: the preload carries this file. */
export const callChannel = 'gatehouse:call'
export const eventChannel = 'gatehouse:event'

/**
 * What the preload puts on `window.gatehouse`. Input travels as JSON text, so that nothing but plain JSON
 * can arrive in main; answers are plain data.
 */
export interface Bridge {
  /** `name` is "feature.operation"; answers a Result. */
  call(name: string, inputJson: string): Promise<unknown>
  /** Subscribes to pushes from main; answers the unsubscribe function. */
  subscribe(listener: (event: string, payload: unknown) => void): () => void
  readonly platform: string
}
