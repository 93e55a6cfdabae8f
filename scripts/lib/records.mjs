import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A small text file, or undefined when it cannot be read. @param {string} file @returns {string | undefined} */
export function readText(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** Writes a file so that nobody ever reads half of it. @param {string} file @param {string} text */
export function writeWhole(file, text) {
  mkdirSync(path.dirname(file), { recursive: true })
  const part = `${file}.${process.pid}`
  writeFileSync(part, text)
  renameSync(part, file)
}
