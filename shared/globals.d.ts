/** False in packaged builds, where the code behind it does not exist (electron.vite.config.ts). */
declare const __GATEHOUSE_DEV__: boolean

/** Build number of the installer, `0` for what nobody packs. */
declare const __GATEHOUSE_BUILD__: string
