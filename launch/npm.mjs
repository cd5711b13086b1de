import { basename } from 'node:path'
import { spawnBeside } from './beside.mjs'

const QUIET = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']

/** What npm says of the usual failures, and the launcher's sentence for each. The first that matches is told. */
const FAILURES = [
  ['npmStopped', /process terminated/],
  ['diskFull', /ENOSPC|EDQUOT/],
  ['notWritable', /EACCES|EPERM|EROFS/],
  [
    'noNetwork',
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|FETCH_ERROR|network/i,
  ],
]

/**
 * Puts the packages of the lock in place; what npm prints goes to our standard error.
 * `afresh` starts from an empty folder; otherwise only what is missing is added, so that a Cydofal running from the
 * same folder keeps its own.
 */
export async function runNpm(root, { dev, afresh }) {
  const omit = dev ? ['--include=dev'] : ['--omit=dev']
  const add = ['install', '--no-save', ...QUIET, ...omit]
  let ran = await npm(root, afresh ? ['ci', ...QUIET, ...omit] : add)
  // `npm ci` refuses a lock without the optional packages of other machines, though this one has no use for them.
  if (afresh && ran.code !== 0 && ran.output.includes('EUSAGE')) ran = await npm(root, add)
  process.stderr.write(ran.output)
  if (ran.code === 0) return { ok: true }
  if (ran.signal) return { ok: false, problem: 'npmStopped' }
  const [problem] = FAILURES.find(([, pattern]) => pattern.test(ran.output)) ?? ['npmFailed']
  return { ok: false, problem: ran.code === undefined ? 'noNpm' : problem }
}

function npm(root, args) {
  const [program, ...first] = npmCommand()
  return new Promise(resolve => {
    const child = spawnBeside(program, [...first, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: program.endsWith('.cmd'),
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', text => (output += text))
    child.on('error', () => resolve({ code: undefined, output }))
    child.on('close', (code, signal) => resolve({ code: code ?? 1, signal, output }))
  })
}

/** The npm that called us, else the one on the path. */
function npmCommand() {
  const caller = process.env.npm_execpath
  if (caller && basename(caller) === 'npm-cli.js') return [process.execPath, caller]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm']
}
