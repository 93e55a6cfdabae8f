import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const generator = fileURLToPath(new URL('../../scripts/openapi-types/generate.mjs', import.meta.url))

test('shared/api/distributor.ts is what the OpenAPI file generates', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [generator, '--check'], { encoding: 'utf8' })
  expect(`${stdout}${stderr}`).toBe('shared/api/distributor.ts is up to date.\n')
  expect(status).toBe(0)
}, 60_000)
