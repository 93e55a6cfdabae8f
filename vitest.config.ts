import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const shared = {
  resolve: { alias: { '@shared': resolve(import.meta.dirname, 'shared') } },
  define: { __GATEHOUSE_DEV__: 'true' },
}

export default defineConfig({
  test: {
    projects: [
      { ...shared, test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], environment: 'node' } },
      { ...shared, test: { name: 'contract', include: ['test/contract/**/*.test.ts'], environment: 'node' } },
      { ...shared, test: { name: 'faults', include: ['test/faults/**/*.test.ts'], environment: 'node' } },
    ],
  },
})
