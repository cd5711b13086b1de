/**
 * The paths of packages that the lock asks for on this machine and that npm has not put in place, or has in another
 * version. Optional packages count where they fit: without them there is no Node 24 and no database.
 */
export function missingPackages(lock, installed, { dev, machine = thisMachine() }) {
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && isWanted(entry, { dev, machine }))
    .filter(([path, entry]) => installed.packages[path]?.version !== entry.version)
    .map(([path]) => path)
}

function isWanted(entry, { dev, machine }) {
  if ((entry.dev || entry.devOptional) && !dev) return false
  return (
    !entry.optional ||
    (admits(entry.os, machine.os) && admits(entry.cpu, machine.cpu) && admits(entry.libc, machine.libc))
  )
}

/** Reads a manifest's `os`, `cpu` or `libc`: names that are allowed, or names with `!` before them that are not. */
function admits(rule, name) {
  const names = [rule ?? []].flat()
  if (names.includes(`!${name}`)) return false
  const allowed = names.filter(one => !one.startsWith('!'))
  return allowed.length === 0 || allowed.includes(name)
}

function thisMachine() {
  return { os: process.platform, cpu: process.arch, libc: process.platform === 'linux' ? libc() : undefined }
}

function libc() {
  process.report.excludeNetwork = true
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl'
}
