import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** What runs here may be older than what ships, so both are targeted (docs/decisions/0001). */
const nodeTarget = 'node20.18'
const browserTarget = 'chrome130'

const root = import.meta.dirname
const alias = { '@shared': resolve(root, 'shared') }

/**
 * `__GATEHOUSE_DEV__` is false in packaged builds only: code behind it (sandbox faults, environment
 * overrides for tests) is removed from them by the bundler.
 */
const packaged = process.env.GATEHOUSE_PACKAGED === '1'
const define = {
  __GATEHOUSE_DEV__: JSON.stringify(!packaged),
  // electron-builder reads the same variable for the build number of installers.
  __GATEHOUSE_BUILD__: JSON.stringify(process.env.BUILD_NUMBER ?? '0'),
}

/** A build to package lies apart, so that it does not replace the one that `npm start` runs. */
const out = packaged ? 'dist/build' : 'out'

export default defineConfig({
  main: {
    define,
    resolve: { alias },
    build: {
      target: nodeTarget,
      outDir: `${out}/main`,
      minify: true,
      sourcemap: true,
      // Only package.json's `dependencies` (the native modules) stay outside; the rest is bundled.
      rollupOptions: {
        input: {
          index: resolve(root, 'electron/main.ts'),
          store: resolve(root, 'electron/store/journal/main.ts'),
          mirror: resolve(root, 'electron/store/mirror/main.ts'),
          sandbox: resolve(root, 'electron/sandbox/main.ts'),
        },
      },
    },
  },
  preload: {
    define,
    resolve: { alias },
    build: {
      target: nodeTarget,
      outDir: `${out}/preload`,
      minify: true,
      // A sandboxed preload can require nothing but electron, so it is one CommonJS file.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve(root, 'electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    define,
    root: resolve(root, 'renderer'),
    // The protocol handler puts a fresh nonce in this place on every load.
    html: { cspNonce: '__CSP_NONCE__' },
    publicDir: resolve(root, 'resources/public'),
    resolve: { alias },
    plugins: [react()],
    server: { hmr: { protocol: 'ws', host: 'localhost' } },
    build: {
      target: browserTarget,
      outDir: resolve(root, out, 'renderer'),
      emptyOutDir: true,
      minify: true,
      modulePreload: { polyfill: false },
      rollupOptions: { input: { index: resolve(root, 'renderer/index.html') } },
    },
  },
})
