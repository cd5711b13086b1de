import { walkingDiary } from '../region/apps.ts'
import { startDiary } from './start.ts'

const { origin, client, name } = walkingDiary
await startDiary({ client, port: Number(new URL(origin).port) })
process.stdout.write(`${name}: ${origin}\n`)
