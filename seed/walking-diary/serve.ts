import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { walkingDiary } from '../region/apps.ts'

/**
 * The walking diary of the invented region: an app of somebody else's, which asks Cydofal as any app does and shares nothing
 * with it. One page, wherever in it people are led.
 */
const page = readFileSync(new URL('page.html', import.meta.url))
const script = readFileSync(new URL('diary.js', import.meta.url))
const { origin, client, name } = walkingDiary

createServer((request, response) => {
  if (request.url === '/diary.js')
    return response.setHeader('content-type', 'text/javascript; charset=utf-8').end(script)
  if (request.url === '/client.json') {
    return response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ client, back: `${origin}/back` }))
  }
  return response.setHeader('content-type', 'text/html; charset=utf-8').end(page)
}).listen(Number(new URL(origin).port), 'localhost', () => process.stdout.write(`${name}: ${origin}\n`))
