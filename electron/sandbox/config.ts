import { z } from 'zod'

const Config = z.object({
  /** Where changes are kept. Left out: nothing outlives the process. */
  stateDir: z.string().min(1).optional(),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  /** How many orders lie in the last year. */
  orders: z.int().min(0).max(1_000_000).default(2000),
  seed: z.int().min(0).max(0x7fff_ffff).default(1),
  /** 0 picks a free port. */
  port: z.int().min(0).max(65_535).default(0),
  /** Bookings of the largest order. */
  largeOrder: z.int().min(1).max(300).default(40),
  /** The contacts module lists the contacts of so many of the newest orders. */
  contactOrders: z.int().min(0).max(1_000_000).default(5000),
  /** How many rows of stock there are. */
  stockItems: z.int().min(0).max(100_000).default(240),
  /** How long a supplier that answers later takes, in ms. */
  processingMs: z.int().min(0).default(20_000),
  /** How long a payment provider takes to carry a refund out, in ms; 0: refunds are done at once. */
  refundMs: z.int().min(0).default(0),
  /** Validity of a token in seconds (rule 4). */
  tokenSeconds: z.int().min(1).default(3600),
  /** The clock starts here instead of at the machine's time (RFC 3339), and runs on from there. */
  now: z.iso.datetime({ offset: true }).optional(),
  /** Opens the control routes for faults and the ledger; does nothing in packaged builds. */
  faultToken: z.string().min(8).optional(),
  /** Checks requests and answers against the OpenAPI file; does nothing in packaged builds. */
  validate: z.boolean().default(true),
})

export type SandboxConfig = z.input<typeof Config>
export type ResolvedConfig = z.output<typeof Config>

/** Fills in what was left out. Throws an error that names what is wrong. */
export function resolveConfig(config: unknown): ResolvedConfig {
  const parsed = Config.safeParse(config)
  if (parsed.success) return parsed.data
  throw new Error(`The sandbox configuration is not valid:\n${z.prettifyError(parsed.error)}`)
}

/** Reads the configuration of a process: one JSON argument, or else `GATEHOUSE_SANDBOX_CONFIG`. */
export function readConfig(argument: string | undefined, environment: NodeJS.ProcessEnv): ResolvedConfig {
  const text = argument ?? environment.GATEHOUSE_SANDBOX_CONFIG
  if (text === undefined) {
    throw new Error(
      'The sandbox needs its configuration as JSON: first argument or GATEHOUSE_SANDBOX_CONFIG.',
    )
  }
  let config: unknown
  try {
    config = JSON.parse(text)
  } catch (error) {
    throw new Error(`The sandbox configuration is not JSON: ${String(error)}`)
  }
  return resolveConfig(config)
}
