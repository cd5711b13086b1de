#!/usr/bin/env node
/*
 * The one way in: `node run.mjs COMMAND [ARGS...]`, called by the scripts of package.json.
 * Runs on Node 20 with nothing installed, so it is plain JavaScript without a dependency: it installs the packages,
 * finds a Node new enough for the rest, and stays beside the command until it ends.
 */
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { COMMANDS, commandList } from './launch/commands.mjs'
import { installPackages } from './launch/install.mjs'
import { findNode } from './launch/node.mjs'
import { runProgram } from './launch/run.mjs'
import { say } from './launch/words.mjs'

const root = dirname(fileURLToPath(import.meta.url))
const [name = '', ...rest] = process.argv.slice(2)
process.exitCode = await launch()

async function launch() {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) return refuse(`${name ? `${say('unknownCommand', { name })}\n` : ''}${commandList()}`)
  const installed = await installPackages(root, command)
  if (!installed.ok) return refuse(say(installed.problem, { folder: root }))
  const node = findNode(root)
  if (!node) return refuse(say('noNode', { version: process.versions.node }))
  return runProgram(root, node, [...(command.node ?? []), ...command.entry, ...rest])
}

function refuse(sentence) {
  console.error(sentence)
  return 1
}
