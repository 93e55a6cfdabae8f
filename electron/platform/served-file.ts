import nodePath from 'node:path'

/** What is served, by extension; anything else is not found. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
}

/** A file of the renderer, and how it is announced. */
export interface ServedFile {
  readonly file: string
  readonly type: string
}

/**
 * The file below `folder` that a URL's path names; `undefined` for whatever lies outside, is of no type that we
 * serve, or cannot be read as a path. `path` is there to be tested for Windows elsewhere.
 */
export function servedFile(folder: string, pathname: string, path = nodePath): ServedFile | undefined {
  const relative = decode(pathname === '/' ? '/index.html' : pathname)
  if (relative === undefined || relative.includes('\0')) return undefined
  const file = path.join(folder, relative)
  if (!file.startsWith(folder + path.sep)) return undefined
  const type = contentTypes[path.extname(file)]
  return type === undefined ? undefined : { file, type }
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
