/** False in packaged builds, where the code behind it does not exist (electron.vite.config.ts). */
declare const __GATEHOUSE_DEV__: boolean
