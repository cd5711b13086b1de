import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readConfig, sayFault } from '#config'
import { sayIn } from '#ground/language/say.ts'
import { sendFiles } from './send-files.ts'

const say = sayIn('en')

/** What may be sent: a message each, or many one after another. */
const ENDINGS = ['.hl7', '.txt', '.out', '.xml']

const named = process.argv.slice(2)
process.exitCode = await feed()

/** `npm run feed -- FILE_OR_FOLDER...`: sends each message to the running server over MLLP and prints the answer. */
async function feed(): Promise<number> {
  if (named.length === 0) return refuse(say('feed.usage'))
  const config = readConfig()
  if (!config.ok) return refuse(config.problem.map(fault => sayFault(say, fault)).join('\n'))
  const { HOST: host, MLLP_PORT: port } = config.value
  const missing = named.find(path => !statSync(path, { throwIfNoEntry: false }))
  if (missing !== undefined) return refuse(say('feed.noFile', { file: missing }))
  const files = named.flatMap(filesIn).map(path => ({ name: basename(path), bytes: readFileSync(path) }))
  const sent = await sendFiles({ host, port }, files, line => console.log(line), say)
  if (!sent.ok) return refuse(say('feed.nobodyListens', { host, port }))
  console.log(say('feed.done', sent.value))
  return sent.value.refused === 0 ? 0 : 1
}

/** A file as it was named; of a folder, the messages in it, by name. */
function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .filter(name => ENDINGS.some(ending => name.endsWith(ending)))
    .sort()
    .map(name => join(path, name))
}

function refuse(sentence: string): number {
  console.error(sentence)
  return 1
}
