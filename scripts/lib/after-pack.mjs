import { rm } from 'node:fs/promises'
import path from 'node:path'

/**
 * Called by electron-builder when an application folder is complete, before it is signed. Removes what belongs to a
 * development runtime: the default app (it would load any folder named on the command line) and the stand-in's note.
 * @param {{ appOutDir: string, packager: { getResourcesDir(folder: string): string } }} context
 */
export async function afterPack({ appOutDir, packager }) {
  await rm(path.join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true })
  await rm(path.join(appOutDir, 'gatehouse-stand-in.json'), { force: true })
}
