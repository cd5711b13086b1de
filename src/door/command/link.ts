import { availableParallelism } from 'node:os'
import { commandLanguage } from '#config'
import { sayIn } from '#ground/language/say.ts'
import { handsOn } from './link/hands.ts'
import { linkFiles } from './link/link-files.ts'
import { Progress } from './link/progress.ts'

const say = sayIn(commandLanguage())
const progress = new Progress(process.stderr, say)
const { ok, lines } = await linkFiles(process.argv.slice(2), { say, progress }, handsOn(availableParallelism()))
progress.done()
for (const line of lines) (ok ? console.log : console.error)(line)
process.exitCode = ok ? 0 : 1
