import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Each project gets its own: Vitest takes the definitions out of the object that it is given. */
const shared = () => ({
  resolve: { alias: { '@shared': resolve(import.meta.dirname, 'shared') } },
  define: { __GATEHOUSE_DEV__: 'true' },
})

/** These tests run in Node: `import 'electron'` there is a path, and must not download a runtime to name it. */
const env = { ELECTRON_OVERRIDE_DIST_PATH: 'no-electron-in-unit-tests' }

/** A busy machine is slow, not wrong: what hangs is found all the same. Milliseconds. */
const testTimeout = 60_000

/** Files share a process and what they import: loading zod and the contract a hundred times took most of the time. */
const isolate = false

export default defineConfig({
  test: {
    // Left out, it is one less than there are processors: half of a small machine would stand idle.
    maxWorkers: availableParallelism(),
    projects: [
      {
        ...shared(),
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
          env,
          testTimeout,
          isolate,
        },
      },
      {
        ...shared(),
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          environment: 'node',
          env,
          testTimeout,
          isolate,
        },
      },
      {
        ...shared(),
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          environment: 'node',
          env,
          testTimeout,
        },
      },
    ],
  },
})
