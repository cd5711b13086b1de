import { readConfig, sayFault } from '#config'
import { onDisk, openFolder } from '#ground/db/embedded/folder.ts'
import { sayIn } from '#ground/language/say.ts'
import { rotateTokenKeys } from '#ground/token-keys.ts'

const say = sayIn('en')
process.exitCode = appKeys(process.argv.slice(2))

/** `npm run app-keys -- rotate`: puts a new key before those that sign for apps who somebody is. */
function appKeys([act, ...rest]: readonly string[]): number {
  if (act !== 'rotate' || rest.length > 0) return refuse(say('app.keysUsage'))
  const config = readConfig()
  if (!config.ok) return refuse(config.problem.map(fault => sayFault(say, fault)).join('\n'))
  const { DATA_DIR } = config.value
  const folder = openFolder(DATA_DIR)
  const rotated = folder.ok ? onDisk(folder.value.path, () => rotateTokenKeys(folder.value.tokenKeys)) : folder
  if (!rotated.ok) {
    const { problem } = rotated
    const isClosed = problem.code === 'folderNotWritable'
    return refuse(isClosed ? say('start.folderNotWritable', problem) : say('start.diskFull', { folder: DATA_DIR }))
  }
  console.log(say('app.keysRotated', { key: rotated.value }))
  return 0
}

function refuse(sentence: string): number {
  console.error(sentence)
  return 1
}
